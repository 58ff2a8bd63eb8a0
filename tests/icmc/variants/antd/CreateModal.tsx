/** @jsxImportSource react */
import { Alert, Button, DatePicker, Form, Input, Modal, Typography } from "antd";
import type { Dayjs } from "dayjs";
import { useState } from "react";
import { createKey, failureWords } from "../shared/keys-backend.ts";

export interface CreateModalProps {
  isOpen: boolean;
  onCreated(): void;
  onClose(): void;
}

interface Fields {
  description: string;
  validUntil: Dayjs;
}

export function CreateModal({ isOpen, onCreated, onClose }: CreateModalProps) {
  const [form] = Form.useForm<Fields>();
  const [token, setToken] = useState<string | null>(null);
  const [failure, setFailure] = useState("");
  const send = async ({ description, validUntil }: Fields) => {
    setFailure("");
    try {
      setToken((await createKey(description, validUntil.toDate())).token);
      onCreated();
    } catch (error) {
      setFailure(failureWords(error));
    }
  };
  const leave = () => {
    setToken(null);
    form.resetFields();
    onClose();
  };
  return (
    <Modal
      open={isOpen}
      title={token === null ? "Neuer API-Schlüssel" : "API-Schlüssel angelegt"}
      onCancel={leave}
      footer={
        token === null
          ? [
              <Button key="cancel" onClick={leave}>
                Abbrechen
              </Button>,
              <Button key="create" type="primary" onClick={() => form.submit()}>
                Anlegen
              </Button>,
            ]
          : [
              <Button key="done" type="primary" onClick={leave}>
                Fertig
              </Button>,
            ]
      }
    >
      <Form form={form} layout="vertical" hidden={token !== null} onFinish={send}>
        <Form.Item
          label="Beschreibung"
          name="description"
          rules={[{ required: true, message: "Bitte eine Beschreibung eingeben" }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          label="Gültig bis"
          name="validUntil"
          rules={[{ required: true, message: "Bitte ein Ablaufdatum wählen" }]}
        >
          <DatePicker showTime={{ format: "HH:mm" }} format="DD.MM.YYYY HH:mm" />
        </Form.Item>
        {failure && <Alert type="error" title={failure} />}
      </Form>
      {token !== null && (
        <>
          <Alert type="warning" title="Der Schlüssel wird nur dieses eine Mal angezeigt." />
          <Typography.Paragraph copyable={{ text: token, tooltips: ["Kopieren", "Kopiert"] }}>
            <pre style={{ whiteSpace: "pre-wrap", wordBreak: "break-all" }}>{token}</pre>
          </Typography.Paragraph>
        </>
      )}
    </Modal>
  );
}
