/** A check box that looks like a switch. `isOn` is its state when the page opens. */
export function Switch(props: { name: string; label: string; isOn: boolean }) {
  return (
    <label className="switch">
      <input type="checkbox" name={props.name} defaultChecked={props.isOn} />
      <span>{props.label}</span>
    </label>
  );
}
