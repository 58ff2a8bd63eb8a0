import { Workspace } from "../../components/Workspace";
import { showCompanion } from "../companion/CompanionApp";

showCompanion("workspace", Workspace);
