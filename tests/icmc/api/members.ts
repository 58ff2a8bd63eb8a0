import { created, noContent, ok, Refusal } from "../answer.ts";
import type { Member, Role } from "../state.ts";
import type { Call, Operation } from "./call.ts";
import { partnerOf } from "./partners.ts";
import { checkUserPassword } from "./passwords.ts";

const ROLES: readonly Role[] = ["admin", "staff", "viewer"];

export const memberOperations: Operation[] = [
  {
    name: "GET /partner/{partnerID}/members",
    role: "distributor",
    uuids: ["partnerID"],
    handle: (call) => {
      const partner = partnerOf(call, call.parameter("partnerID"));
      return ok(
        call.state.members.filter((member) => member.partnerId === partner.id).map(memberOnWire),
      );
    },
  },
  {
    name: "POST /partner/{partnerID}/member",
    role: "distributor",
    uuids: ["partnerID"],
    handle: add,
  },
  {
    name: "DELETE /partner/{partnerID}/member/{memberID}",
    role: "distributor",
    uuids: ["partnerID", "memberID"],
    handle: (call) => {
      const partner = partnerOf(call, call.parameter("partnerID"));
      const member = call.state.members.find(
        (one) => one.id === call.parameter("memberID") && one.partnerId === partner.id,
      );
      if (!member) throw new Refusal(404, "member not found");
      call.state.members = call.state.members.filter((one) => one !== member);
      return noContent();
    },
  },
];

function add(call: Call) {
  const partner = partnerOf(call, call.parameter("partnerID"));
  const body = call.body();
  const email = body.email("email");
  checkUserPassword(body.text("password"));
  const role = ROLES.find((known) => known === body.text("role"));
  if (!role) throw new Refusal(400, "role must be admin, staff or viewer");
  if (call.state.members.some((one) => one.email.toLowerCase() === email.toLowerCase())) {
    throw new Refusal(409, "a member with this e-mail address exists");
  }
  const member: Member = {
    id: call.random.uuid(),
    partnerId: partner.id,
    name: body.has("name") ? body.text("name") : "",
    email,
    role,
  };
  call.state.members.push(member);
  return created(memberOnWire(member));
}

function memberOnWire({ id, name, email, role }: Member) {
  return { id, name, email, role };
}
