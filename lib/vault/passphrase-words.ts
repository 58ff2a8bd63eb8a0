const WORDS_IN_PASSPHRASE = 5;

/** Five words drawn evenly from 2,048: 55 bits. This file is loaded when somebody asks for them. */
export function suggestPassphrase(): string {
  // 2,048 divides 65,536, so the remainder favours no word.
  const drawn = crypto.getRandomValues(new Uint16Array(WORDS_IN_PASSPHRASE));
  return [...drawn].map((number) => PASSPHRASE_WORDS[number % PASSPHRASE_WORDS.length]).join(" ");
}

/** 2,048 common words of three to eight letters: short to type, hard to mishear. */
export const PASSPHRASE_WORDS: readonly string[] = `
accent accept access acid acorn active actor actual adapt admit adobe adopt adult advice
affair afford afraid agency agenda agent agree airport aisle alarm album alcove alert algae
alias alibi alive alley allow alloy almond alpine alter amber amount ample amuse anchor
ancient angel angle animal ankle annual answer antler apart apple apply apricot april apron
arch arctic area arena argue arise arrive artist asleep aspect assist atlas atom attend attic
auburn audio august aunt author auto autumn avenue awake award aware away awning axis azure
baby back bacon badge badger bagel bake baker balance balcony ball ballet balloon bamboo
banana band banjo bank banner barber bargain bark barley barn barrel base basic basil basin
basket bass batch bath baton beach beacon bead beak beam bean bear beast beat beauty beaver
become beech beef beetle bell belong belt bench bend benefit berry best better bicycle bike
bill bind birch bird birth biscuit bison bite black blade blank blanket blaze blend bless
blink block blond bloom blossom blouse blow blue blush board boat body boil bold bolt bonus
book boost boot border borrow boss bottle bottom bounce bowl bracket brain brake branch brand
brass brave bread break breath breeze brew brick bride bridge brief bright bring brisk bronze
brook broom broth brother brown brush bubble bucket buckle budget buffalo build bulb bulk bump
bunch bundle bunny burger bush busy butter button buzz cabbage cabin cable cactus cafe cake
call calm camel camera camp canal canary candle candy cane canoe canvas canyon cape capital
captain caramel caravan carbon card cargo carol carpet carrot carry cart carve case cash
castle casual catch cattle cave cedar ceiling celery cell cello cement center century cereal
chain chair chalk change channel chapel chapter charge charity charm chart chase cheap check
cheek cheer cheese chef cherry chess chest chew chicken chief child chili chimney chin chip
choice choir choose chosen cinema circle circus citizen city civil clap class claw clay clean
clear clever client cliff climate climb clinic clip cloak clock close cloth clover clown club
clue coach coal coast coat cobalt cobra cocoa coconut code coffee coil coin cold collar color
column comb come comet comfort comic common compass concert cone cook cookie cool copper copy
coral cord core cork corn corner cosmic cost cottage cotton couch cougar count country couple
courage course cousin cover coyote crab cradle craft crane crate crayon crazy cream create
creek crew cricket crop cross crow crowd crown cruise crumb crunch crush crust crystal cube
cuckoo cuddle cupola curious curl current curry curtain curve cushion custom cycle cypress
daily dairy daisy damp dance dark dash data date dawn deal dear debate decade decide deck
decor deep degree delay deliver delta demand denim depart desert design desk detail develop
device dial diamond diary dice diet differ digit dill dime dinner direct dish distant dive
divide dock doctor doll dolphin domain dome donkey door dose double dough dove down dozen
draft dragon drain drama draw drawer dream dress drift drink drive drop drum duck duet dune
dust duty dwarf dynamo each eager eagle early earn earth easel east easy echo edge edit effect
effort eight elbow elder elegant element elephant eleven ember emerald empire empty enamel
endless energy engine enjoy enough enter entire entry envelope equal escape estate evening
event exact example excite exercise exhibit exist exit exotic expand expect explain explore
express extend extra fable fabric face factory fair fairy faith falcon family famous fancy
farm farmer fashion fast father favor feast feather feature felt fence fern ferry festival
fetch fiber fiddle field file fill film filter final find fine finger finish fir fire firm
first fish fit five fix flag flame flash flask flat flavor fleet flight flint flip float
flock flood floor flow flower fluid flute fly foam focus fog foil fold folk follow food foot
forest forever fork form formal fortune forty forum fossil fountain four fox fragile frame
freeze fresh friday fridge friend frog front frost frozen fruit fuel full fun funny fur
furnace future gadget gain galaxy gallery gallop game gamma gap garage garden garlic gate
gather gauge gazelle gear gem genius gentle genuine gesture giant gift giggle ginger giraffe
girl give glacier glance glass glaze glide globe glory glove glow glue goal goat goblet gold
golf good goose gopher gospel gourd gown grace grade grain grand granite grant grape graph
grass gravel gravity gray great green greet grid grill grin grip grocery groove ground group
grove grow growth guest guide guitar gulf gum guru gym gypsum habit hail hair half hall halo
hammer hammock hand handle happen happy harbor hard hare harp harvest hat hatch haven hawk
hay hazel head heal health heart heat heavy hedge heel height helium hello helmet help hen
herb hero heron hidden high hike hill hinge hint hip history hobby hockey hold holiday hollow
holly home honest honey honor hood hook hope horizon horn horse hospital host hotel hour
house hover hub hug huge human humble humor hundred hungry hurdle hurry husky hybrid hymn
ice icon idea ideal identity igloo image imagine impact improve inch include income index
indigo indoor industry ink inlet inner input insect inside inspire install instant invent
invest invite iris iron island item ivory ivy jacket jade jaguar jam january jar jargon
jasmine jazz jeans jelly jersey jet jewel jigsaw job jockey join joke jolly journal journey
joy judge juice july jumbo jump june jungle junior juniper just kale kangaroo karate kayak
keep kelp kennel kernel kettle keyboard kick kid kilo kindle kiosk kit kitchen kite kitten
kiwi knee knight koala label labor ladder lady lagoon lake lamb lamp lance land lane lantern
lapel large lark laser latch laugh launch laundry laurel lava lavender lawn lazy leader leaf
league learn leather lecture left leg legal legend lemon length lens lentil leopard lesson
letter lettuce level lever liberty library license lid life lift light lilac lily lime limit
linden line linen link lion liquid list listen liter little live lizard llama load loaf lobby
lobster local lock locust lodge lofty logic long look loop loose lotus loud lounge love low
loyal lucky lumber lunar lunch lung lute luxury lyric machine magic magnet major make mall
mallet mammal man manage mango manner manor mantle manual maple marble march margin marina
mark market maroon marsh mason mast master match material matrix may mayor maze meadow meal
measure medal media medium meet mellow melody melon melt member memory mention menu mercury
mercy merge merry mesh message metal meteor meter method metro middle midnight mild mile milk
mill mind mineral mini mint minute mirror mist mitten mix moat mobile model modern modest
module moment monday money monkey month mood moon moose mosaic moss motel moth mother motion
motor mound mountain mouse mouth move movie muffin mule muscle museum music must mustard mutual
muzzle mystery myth nail name napkin narrow nation native nature navy neat neck nectar needle
neighbor neon nephew nest net network neutral new news next nice nickel niece night nine noble
noise noodle normal north nose notable note novel number nurse nut nutmeg nylon oak oar oasis
oat object oblong oboe observe obtain ocean october octopus offer office oil okay olive omega
omelet onion onyx open opera opinion option orange orbit orchard orchid order ordinary organ
origin orphan osprey ostrich otter ounce outdoor outer outfit outline oval oven owl oxygen
oyster pace pack paddle page paint pair palace palm panda panel panther pantry papaya paper
parade parcel parent park parrot parsley part party past pasta paste pastry patch path patient
patio patrol pattern pause pave pea peach peacock peak peanut pear pearl pebble pecan pedal
peel pelican pen pencil penguin penny people pepper perfect period permit person petal phone
photo phrase piano pick pickle picnic picture pie pigeon pillow pilot pin pine pink pioneer
pipe pitch pizza place plan planet plank plant plaster plate play plaza pleasant plenty plot
plow plum plumber plus pocket poem poet point polar pole policy polish polite pond pony pool
poplar poppy popular porch port portrait positive post potato pottery pouch powder power praise
prefer prepare present press pretty price pride primary prince print prism private prize process
produce profit program project promise proof proper protect proud provide public pudding pulse
puma pumpkin punch pupil puppet puppy pure purple purpose purse push puzzle pyramid quail
quaint quality quart quarter quartz queen quest question queue quick quiet quilt quince quit
quiz quote rabbit raccoon race rack radar radio radish raft rail rain rainbow raise raisin
rally ramp ranch random range rapid rare rate rather raven ray razor reach react read ready
real reason recall receive recent recipe record recycle red reed reef refer reflect reform
region regular relax relay relief remark remedy remind remote remove renew rent repair repeat
reply report rescue resist resort respect rest result retire return reveal review reward
rhythm ribbon rice rich riddle ride ridge right rigid ring ripple rise risk rival river road
roast robe robin robot rock rocket rodeo roll roof rookie room root rope rose rotate round
route rover royal ruby rudder rug rugby rule ruler run rural rush rustic saddle safari safe
saffron sage sail salad salmon salon salt salute sample sand sandal sandwich sapphire satin
saturn sauna save savor scale scarf school science scissors scooter scope score scout scrap
screen screw script scroll scrub seal search season seat second secret section see seed seek
select senior sense sentence sequel serene series serious serve session settle seven shade
shadow shaft shake shape share shark sharp shawl shed sheep sheet shelf shell shelter sheriff
shield shift shine ship shirt shoe shop shore short shoulder shovel show shower shrimp shrub
shuffle shuttle sibling side sight sign signal silence silk silly silver similar simple sing
siren sister sit six size sketch ski skill skin skirt sky slate sled sleep sleeve slice slide
slipper slogan slope slow smart smile smoke smooth snack snail snake snow soap soccer social
sock soda sofa soft soil solar solid solo solution solve sonar song soon soul sound soup
source south space spark sparrow speak special speech speed spell spend sphere spice spider
spike spin spinach spirit splash split sponge spoon sport spot spray spread spring sprout
spruce square squash squid squirrel stable stadium staff stage stair stamp stand star start
state station statue stay steady steak steam steep stem step stereo stick still stitch stock
stomach stone stool stop storage store stork storm story stove strange straw stream street
stress strike string strong student studio study stuff style subject submit subway success
sudden sugar suggest summer summit sun sunday sunny sunset super supper supply support surf
surface surprise swallow swan swap swarm sweater sweet swift swim swing switch symbol syrup
system table tablet tackle tail tailor take talent talk tall tango tank tape target tarp task
taste tavern taxi tea teach teacher team teapot tell temple tempo tender tennis tent term text
texture thank theater theme theory thimble third thirty thorn thought thread three thrive throne
thumb thunder thursday thyme ticket tide tidy tiger tile timber time tin tiny tip tired tissue
title toad toast today toffee together token tomato tomorrow tone tongue tool tooth top topic
torch tornado tortoise total touch tour towel tower town toy track trade traffic trail train
transfer travel tray treasure treat tree trek trend trim trip trolley trophy tropic trout truck
trumpet trunk truth tube tuesday tuition tulip tuna tundra tunnel turkey turn turnip turtle
tutor twelve twenty twice twig twin twist two type typical umbrella uncle unfold uniform
union unique unit universe unlock unusual update upper urban use useful usher utility vacant
vacuum valid valley value valve van vanilla vanish vapor various vast velvet venture venue
verb verify version vessel vest veteran viable video view village vine vinegar vintage violet
violin virtual visa vision visit visual vital vivid vocal voice volcano volley volume vote
voyage wafer wage wagon walk wall wallet walnut walrus waltz wander want warm wash wasp watch
water wave wax wealth wear weasel weather weave web wedding week weekend welcome west wheat
wheel whisper whistle white wide width wild willow win wind window wing winner winter wire
wisdom wise wish witness wizard wolf wonder wood wool word work world worth wrap wreath wren
wrestle write yacht yard yarn year yeast yellow yoga yogurt young youth zebra zenith zero
zigzag zinc zipper zone zoo zoom
`
  .trim()
  .split(/\s+/);
