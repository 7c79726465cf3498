import { takeOver } from "./login/KcPage.tsx";
import "./login/styles/portal.css";

const root = document.getElementById("root");
if (window.kcContext !== undefined && root !== null) takeOver(root, window.kcContext);
