package dev.retort.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one step does to the rows of the version table. Deletions come first, then insertions, then the update.
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

    /** The change that makes some rows disappear and others appear: the last of the old rows becomes the first of the new ones. */
    static RowChange replacing(List<String> old, List<String> fresh) {
        if (old.isEmpty() || fresh.isEmpty()) {
            return new RowChange(old, fresh, null);
        }
        int last = old.size() - 1;
        return new RowChange(
                old.subList(0, last), fresh.subList(1, fresh.size()), new Update(old.get(last), fresh.get(0)));
    }

    /** The change that leaves the rows as they are and fails when one of them has gone: the row is deleted and inserted. */
    static RowChange keeping(String row) {
        return new RowChange(List.of(row), List.of(row), null);
    }

    /** Whether the rows are the same before and after. */
    public boolean keepsRows() {
        return updated == null && !deleted.isEmpty() && deleted.equals(inserted);
    }

    /** Whether it fails where the rows are not those that it begins with: it has to find one that goes. */
    public boolean isCompareAndSet() {
        return updated != null || !deleted.isEmpty();
    }

    /**
     * One row that becomes another.
     *
     * @param from the id that the row holds
     * @param to the id that it is to hold
     */
    public record Update(String from, String to) {}
}
