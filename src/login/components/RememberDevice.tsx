import { If, usePage } from "../freemarker/page-model.tsx";
import { Switch } from "./Switch.tsx";

/** Spares this device the second factor for some days, where the realm allows it; off at first. */
export function RememberDevice() {
  const page = usePage<"login-otp.ftl">();
  return (
    <If test={page.has((kc) => kc.rememberDevice)}>
      <Switch
        name="rememberDevice"
        label={page.msgWith("rememberDevice", (kc) => kc.rememberDevice)}
        isOn={false}
      />
    </If>
  );
}
