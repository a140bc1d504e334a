package dev.retort.dialect;

import dev.retort.operation.ColumnChange;
import dev.retort.operation.SchemaChange;
import dev.retort.operation.SequenceChange;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.Match;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.StandardType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.TypeKind;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is said of columns, constraints, indexes, tables and sequences and is more than every database has, in the words of SQL. */
public final class BeyondStandard {

    public static final String PARTITIONING = "PARTITION BY";
    public static final String INHERITANCE = "INHERITS";
    public static final String ON_UPDATE = "ON UPDATE";
    public static final String CHARACTER_SET = "CHARACTER SET";
    public static final String INVISIBLE = "INVISIBLE";
    public static final String INCLUDE = "INCLUDE";
    public static final String EXCLUDE = "EXCLUDE";
    public static final String NOT_VALID = "NOT VALID";
    public static final String DEFERRABLE = "DEFERRABLE";
    public static final String COMMENT = "COMMENT";
    public static final String COLLATE = "COLLATE";
    public static final String LENGTH = "the length of a part";
    public static final String NULLS_NOT_DISTINCT = "NULLS NOT DISTINCT";
    public static final String COLUMNS_OF_SET = "columns behind SET NULL and SET DEFAULT";
    public static final String NOT_ENFORCED = "NOT ENFORCED";
    public static final String SEQUENCE_TYPE = "the type of a sequence";
    public static final String OWNER = "OWNED BY";

    /** What may be said of how a column is numbered, beyond where it begins and in which steps it counts. */
    public static final Set<String> NUMBERING = Set.of("MINVALUE", "MAXVALUE", "CACHE", "CYCLE");

    private BeyondStandard() {}

    /**
     * What a change makes that is beyond what every database has.
     *
     * @param known whether the database has something, in these words, of a column, a constraint or an index
     * @param knownOfTable the same of a table
     * @param knownOfSequence the same of a sequence
     */
    static Stream<String> in(
            SchemaChange change,
            BiPredicate<String, TableElement> known,
            BiPredicate<String, Table> knownOfTable,
            Predicate<String> knownOfSequence) {
        Stream<TableElement> elements = Stream.concat(
                change.elements().stream().map(SchemaChange.Added::element),
                change.alteredColumns().stream().map(BeyondStandard::whatIsSaid));
        return Stream.of(
                        change.madeTables().stream()
                                .flatMap(table -> in(table).stream().filter(words -> !knownOfTable.test(words, table))),
                        elements.flatMap(element -> in(element).stream().filter(words -> !known.test(words, element))),
                        ofSequences(change).filter(knownOfSequence.negate()))
                .flatMap(words -> words);
    }

    /** A column with what is said of it anew, and nothing else. */
    private static Column whatIsSaid(SchemaChange.AlteredColumn altered) {
        return ColumnChange.applied(altered.changes(), Column.of(altered.to(), StandardType.of(TypeKind.BIGINT)));
    }

    private static Stream<String> ofSequences(SchemaChange change) {
        List<String> words = new ArrayList<>();
        for (Sequence made : change.madeSequences()) {
            add(words, made.type() != null, SEQUENCE_TYPE);
            add(words, made.owner() != null, OWNER);
        }
        change.alteredSequences().stream()
                .flatMap(altered -> altered.changes().stream())
                .forEach(altered -> {
                    add(words, altered instanceof SequenceChange.Type, SEQUENCE_TYPE);
                    add(words, altered instanceof SequenceChange.Owner, OWNER);
                });
        return words.stream();
    }

    private static List<String> in(Table table) {
        List<String> words = new ArrayList<>(table.options().values().keySet());
        add(words, table.partitioning() != null, PARTITIONING);
        add(words, !table.inherits().isEmpty(), INHERITANCE);
        return words;
    }

    /** What is said of a column, a constraint or an index and not every database has. */
    public static List<String> in(TableElement element) {
        if (element instanceof Column column) {
            return in(column);
        }
        if (element instanceof Index index) {
            return in(index);
        }
        return element instanceof Constraint constraint ? in(constraint) : List.of();
    }

    private static List<String> in(Column column) {
        List<String> words = new ArrayList<>(column.options().values().keySet());
        add(words, column.onUpdate() != null, ON_UPDATE);
        add(words, column.characterSet() != null, CHARACTER_SET);
        add(words, column.collation() != null, COLLATE);
        add(words, column.invisible(), INVISIBLE);
        if (column.identity() != null) {
            SequenceOptions counting = column.identity().options();
            add(words, counting.min() != null, "MINVALUE");
            add(words, counting.max() != null, "MAXVALUE");
            add(words, counting.cache() != null, "CACHE");
            add(words, counting.cycle(), "CYCLE");
        }
        return words;
    }

    private static List<String> in(Constraint constraint) {
        List<String> words = new ArrayList<>();
        if (constraint instanceof PrimaryKey key) {
            add(words, !key.included().isEmpty(), INCLUDE);
            add(words, key.deferrability());
        } else if (constraint instanceof UniqueConstraint unique) {
            add(words, !unique.included().isEmpty(), INCLUDE);
            add(words, !unique.nullsDistinct(), NULLS_NOT_DISTINCT);
            add(words, unique.deferrability());
            add(words, unique.comment() != null, COMMENT);
            words.addAll(unique.options().values().keySet());
        } else if (constraint instanceof ExclusionConstraint exclusion) {
            words.add(EXCLUDE);
            add(words, !exclusion.included().isEmpty(), INCLUDE);
            add(words, exclusion.deferrability());
            add(words, exclusion.comment() != null, COMMENT);
            words.addAll(exclusion.options().values().keySet());
            exclusion.parts().forEach(part -> add(words, part));
        } else if (constraint instanceof CheckConstraint check) {
            add(words, !check.validated(), NOT_VALID);
            add(words, !check.enforced(), NOT_ENFORCED);
            add(words, !check.inherited(), "NO INHERIT");
        } else if (constraint instanceof ForeignKey key) {
            add(words, key.match() != Match.SIMPLE, "MATCH " + key.match());
            add(words, !key.setColumns().isEmpty(), COLUMNS_OF_SET);
            add(words, !key.validated(), NOT_VALID);
            add(words, key.deferrability());
        }
        return words;
    }

    private static List<String> in(Index index) {
        List<String> words = new ArrayList<>();
        add(words, !index.included().isEmpty(), INCLUDE);
        add(words, !index.nullsDistinct(), NULLS_NOT_DISTINCT);
        add(words, index.comment() != null, COMMENT);
        words.addAll(index.options().values().keySet());
        index.parts().forEach(part -> add(words, part));
        return words;
    }

    private static void add(List<String> words, Index.Part part) {
        add(words, part.length() != null, LENGTH);
        add(words, part.operatorClass() != null, "operator class " + part.operatorClass());
        add(words, part.nulls() != null, "NULLS " + part.nulls());
        add(words, part.collation() != null, COLLATE);
    }

    private static void add(List<String> words, Deferrability deferrability) {
        add(words, deferrability != Deferrability.NOT_DEFERRABLE, DEFERRABLE);
    }

    private static void add(List<String> words, boolean said, String word) {
        if (said) {
            words.add(word);
        }
    }
}
