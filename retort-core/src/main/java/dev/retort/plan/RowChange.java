package dev.retort.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The change of the version table by one step. Deletions come first, then insertions, then the update.
 *
 * @param deleted the rows to delete
 * @param inserted the rows to insert
 * @param updated the row to turn into another one; null for none
 */
public record RowChange(
        List<String> deleted,
        List<String> inserted,
        @Nullable Update updated) {

    public RowChange {
        deleted = List.copyOf(deleted);
        inserted = List.copyOf(inserted);
    }

    /** The change that replaces some rows by others: the last of the old rows is updated to the first of the new ones. */
    static RowChange replacing(List<String> old, List<String> fresh) {
        if (old.isEmpty() || fresh.isEmpty()) {
            return new RowChange(old, fresh, null);
        }
        int last = old.size() - 1;
        return new RowChange(
                old.subList(0, last), fresh.subList(1, fresh.size()), new Update(old.get(last), fresh.get(0)));
    }

    /** The change that leaves the rows unchanged and fails if one of them is missing: the row is deleted and inserted. */
    static RowChange keeping(String row) {
        return new RowChange(List.of(row), List.of(row), null);
    }

    /** Whether the rows are the same before and after. */
    public boolean keepsRows() {
        return updated == null && !deleted.isEmpty() && deleted.equals(inserted);
    }

    /** Whether it fails if the rows are not as expected, because it has to find one to delete or update. */
    public boolean isCompareAndSet() {
        return updated != null || !deleted.isEmpty();
    }

    /**
     * A row that is updated.
     *
     * @param from the old id
     * @param to the new id
     */
    public record Update(String from, String to) {}
}
