import { useState } from "react";
import { useTranslation } from "react-i18next";
import { passwordFault } from "#shared/features/accounts/password-rules.ts";

/**
 * A password being chosen: what is wrong with it is said once it was tried, not while it is typed. `names` are those it
 * may not be made of; the server knows more of them.
 */
export function useNewPassword(names: readonly string[]) {
  const { t } = useTranslation();
  const [value, setValue] = useState("");
  const [isTried, setTried] = useState(false);
  const fault = passwordFault(value, names);
  return {
    value,
    change: setValue,
    error: isTried && fault !== null ? t(`accounts:passwordFault.${fault}`) : undefined,
    /** Whether it can be sent; from now on faults are shown. */
    demand: () => {
      setTried(true);
      return fault === null;
    },
    clear: () => {
      setValue("");
      setTried(false);
    },
  };
}
