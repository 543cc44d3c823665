import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { isLanguage } from "#client/app/i18n.ts";
import { trpc } from "#client/app/trpc.ts";
import { useNewPassword } from "#client/features/accounts/use-new-password.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";

const blank = { name: "", email: "", clusterName: "", clusterShortName: "", country: "" };

/** What is typed into the setup, what is wrong with it, and the way to send it. */
export function useSetup(token: string) {
  const { t, i18n } = useTranslation();
  const [draft, setDraft] = useState(blank);
  const { name, email, clusterName, clusterShortName, country } = draft;
  const password = useNewPassword([name, email.split("@")[0] ?? "", clusterName, clusterShortName]);
  const complete = useMutation(trpc.setup.complete.mutationOptions());
  const texts = fieldTexts(complete.error, t);
  const field = (key: keyof typeof blank) => ({
    label: t(`accounts:setup.${key}`),
    value: draft[key],
    error: texts[key],
    onChange: (event: FormEvent<HTMLInputElement | HTMLSelectElement>) => {
      const { value } = event.currentTarget;
      setDraft((former) => ({ ...former, [key]: value }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!password.demand()) return;
    const language = isLanguage(i18n.language) ? i18n.language : "en";
    const optional = {
      ...(clusterShortName.trim() === "" ? {} : { clusterShortName }),
      ...(country === "" ? {} : { country }),
    };
    complete.mutate({ token, name, email, clusterName, ...optional, password: password.value, language });
  };
  return { field, password: { ...password, error: password.error ?? texts["password"] }, complete, submit };
}
