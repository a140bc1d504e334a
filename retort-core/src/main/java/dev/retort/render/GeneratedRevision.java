package dev.retort.render;

import dev.retort.operation.Attention;
import dev.retort.operation.Operation;
import dev.retort.revision.RevisionHeader;
import java.util.List;

/**
 * A revision that has no file yet.
 *
 * @param header what the file says about itself
 * @param upgrade the operations of the upgrade, in order
 * @param downgrade the operations of the downgrade, in order
 * @param attentions the remarks; one without an operation stands at the beginning of the upgrade
 */
public record GeneratedRevision(
        RevisionHeader header, List<Operation> upgrade, List<Operation> downgrade, List<Attention> attentions) {

    public GeneratedRevision {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
        attentions = List.copyOf(attentions);
    }
}
