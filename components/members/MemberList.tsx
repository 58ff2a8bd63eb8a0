import { useState } from "preact/hooks";
import type { Member } from "../../lib/api/members";
import { t } from "../../lib/words/words";
import { CopyId } from "../frame/CopyId";
import { FieldText } from "../frame/FieldText";
import { Rows } from "../frame/Rows";
import type { Propose } from "../writes/proposal";
import { CreateMember } from "./CreateMember";

/** The console users of one partner. */
export function MemberList({
  members,
  partnerId,
  partnerName,
  onPropose,
  onCopyText,
}: {
  members: readonly Member[];
  partnerId: string;
  partnerName: string;
  onPropose: Propose;
  onCopyText: (text: string) => Promise<void>;
}) {
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      {members.length === 0 && <p class="quiet">{t("members.none")}</p>}
      <Rows
        label={t("members.list")}
        items={members}
        rowHeight={44}
        keyOf={(member, index) => member.id.value ?? String(index)}
      >
        {(member) => {
          const name = member.email.value ?? member.name.value ?? t("members.nameless");
          const id = member.id.value;
          return (
            <>
              <span class="row-main">
                <span>
                  <FieldText field={member.name} words={(value) => value} />
                </span>
                <span class="quiet row-more">
                  <FieldText
                    field={member.email}
                    words={(value) => value}
                    title={(value) => value}
                  />
                </span>
              </span>
              <span class="row-figure">
                <FieldText field={member.role} words={(value) => value} />
              </span>
              <CopyId id={member.id} name={name} onCopyText={onCopyText} />
              <button
                type="button"
                class="danger-quiet"
                aria-label={t("members.removeOf", name)}
                disabled={id === undefined}
                onClick={() =>
                  id !== undefined &&
                  onPropose({
                    order: { kind: "remove-member", partnerId, memberId: id },
                    secrets: {},
                    subject: name,
                    place: partnerName,
                    typed: name,
                    putsBack: null,
                  })
                }
              >
                {t("members.remove")}
              </button>
            </>
          );
        }}
      </Rows>
      {isAdding ? (
        <CreateMember
          partnerId={partnerId}
          partnerName={partnerName}
          onPropose={onPropose}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <button type="button" onClick={() => setAdding(true)}>
          {t("members.add")}
        </button>
      )}
    </>
  );
}
