import { showCompanion } from "../companion/CompanionApp";

showCompanion("workspace");
