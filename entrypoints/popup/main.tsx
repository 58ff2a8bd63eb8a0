import { showCompanion } from "../companion/CompanionApp";

showCompanion("popup");
