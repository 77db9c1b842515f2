import { DefaultButton, Dialog, DialogFooter, PrimaryButton } from '@fluentui/react';
import { useSettings } from './settings';

interface DeleteSecretDialogProps {
  isOpen: boolean;
  onYes: () => void;
  onNo: () => void;
}

export function DeleteSecretDialog({ isOpen, onYes, onNo }: DeleteSecretDialogProps) {
  const { labels: t } = useSettings();
  return (
    <Dialog
      hidden={!isOpen}
      onDismiss={onNo}
      dialogContentProps={{ title: t.deleteSecretTitle, subText: t.deleteSecretQuestion }}
    >
      <DialogFooter>
        <PrimaryButton text={t.yes} onClick={onYes} />
        <DefaultButton text={t.no} onClick={onNo} />
      </DialogFooter>
    </Dialog>
  );
}
