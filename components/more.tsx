import type { ProjectedState } from '../utils/handoff/projection';
import { openConnections, recordWords } from '../utils/words/notes';
import { Button } from './button';
import type { Deeds } from './deeds';

export interface MoreProps {
  connection: ProjectedState['connection'];
  onCopyRecord: Deeds['copyRecord'];
  onOpenConnections: () => void | Promise<void>;
}

/** What lasts beyond the journey: the record to hand over, and the page of all connections. */
export function More({ connection, onCopyRecord, onOpenConnections }: MoreProps) {
  return (
    <div className="more">
      {connection && (
        <Button look="subtle" onPress={() => onCopyRecord(connection)}>
          {recordWords.copy}
        </Button>
      )}
      <Button look="subtle" onPress={onOpenConnections}>
        {openConnections()}
      </Button>
    </div>
  );
}
