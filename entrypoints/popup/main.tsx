import { Companion } from "../../components/Companion";
import { showCompanion } from "../companion/CompanionApp";

showCompanion("popup", Companion);
