package dev.retort.compare;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A schema that operations are applied to, and that refuses what a strict database refuses. */
final class StrictSchema {

    private final Map<QualifiedName, Table> tables = new TreeMap<>();
    private final Map<QualifiedName, Sequence> sequences = new TreeMap<>();

    StrictSchema(SchemaSnapshot start) {
        start.tables().forEach(table -> tables.put(table.name(), table));
        start.objects(Sequence.class).forEach(sequence -> sequences.put(sequence.name(), sequence));
    }

    /** The tables with their elements in any order, and the sequences. */
    Map<QualifiedName, Object> content() {
        return content(SchemaSnapshot.of(List.copyOf(tables.values())).and(List.copyOf(sequences.values())));
    }

    static Map<QualifiedName, Object> content(SchemaSnapshot snapshot) {
        Map<QualifiedName, Object> content = new TreeMap<>();
        snapshot.tables().forEach(table -> {
            List<String> lines = new ArrayList<>(
                    table.elements().stream().map(Object::toString).sorted().toList());
            lines.add("comment " + table.comment());
            lines.add("options " + table.options());
            lines.add("partitioning " + table.partitioning());
            content.put(table.name(), lines);
        });
        snapshot.objects(Sequence.class).forEach(sequence -> content.put(sequence.name(), sequence));
        return content;
    }

    void apply(Operation operation) {
        if (operation instanceof CreateTable create) {
            refuseTakenNames(create.table());
            assertThat(tables.put(create.table().name(), create.table())).isNull();
            create.table().foreignKeys().forEach(this::requireTarget);
        } else if (operation instanceof DropTable drop) {
            assertThat(tables.remove(drop.name())).isEqualTo(drop.was());
            sequences.values().forEach(this::requireOwner);
            tables.values()
                    .forEach(table -> table.foreignKeys()
                            .forEach(key -> assertThat(key.referredTable()).isNotEqualTo(drop.name())));
        } else if (operation instanceof AddColumn add) {
            edit(add.table(), null, add.column());
        } else if (operation instanceof DropColumn drop) {
            Column was = requireNonNull(drop.was());
            refuseUse(drop.table(), was.name());
            edit(drop.table(), was::equals, null);
            assertThat(table(drop.table()).columns()).isNotEmpty();
            sequences.values().forEach(this::requireOwner);
        } else if (operation instanceof AlterColumn alter) {
            Column before = requireNonNull(alter.existing());
            refuseRetypingUnderForeignKey(alter, before);
            edit(alter.table(), before::equals, alter.appliedTo(before));
        } else if (operation instanceof AddConstraint add) {
            refuseTakenName(add.constraint().name());
            edit(add.table(), null, add.constraint());
            if (add.constraint() instanceof ForeignKey key) {
                requireTarget(key);
            }
        } else if (operation instanceof DropConstraint drop) {
            Constraint was = requireNonNull(drop.was());
            refuseLossOfTarget(drop.table(), was);
            edit(drop.table(), was::equals, null);
        } else if (operation instanceof CreateIndex create) {
            refuseTakenName(create.index().name());
            edit(create.table(), null, create.index());
        } else if (operation instanceof DropIndex drop) {
            edit(drop.table(), requireNonNull(drop.was())::equals, null);
        } else if (operation instanceof CreateSequence create) {
            assertThat(sequences.put(create.sequence().name(), create.sequence()))
                    .isNull();
            requireOwner(create.sequence());
        } else if (operation instanceof AlterSequence alter) {
            Sequence before = requireNonNull(sequences.get(alter.name()));
            assertThat(before).isEqualTo(alter.was());
            sequences.put(alter.name(), alter.appliedTo(before));
            requireOwner(alter.appliedTo(before));
        } else if (operation instanceof DropSequence drop) {
            assertThat(sequences.remove(drop.name())).isEqualTo(drop.was());
        } else if (operation instanceof CommentOnTable comment) {
            tables.computeIfPresent(comment.table(), (name, table) -> table.comment(comment.comment()));
        } else {
            throw new AssertionError("not expected from a comparison: " + operation);
        }
    }

    /** A sequence goes with its column, and nobody would have said so. */
    private void requireOwner(Sequence sequence) {
        Sequence.Owner owner = sequence.owner();
        if (owner != null) {
            assertThat(table(owner.table()).column(owner.column()))
                    .as("owner of %s", sequence)
                    .isPresent();
        }
    }

    private Table table(QualifiedName name) {
        return requireNonNull(tables.get(name), () -> "no table " + name);
    }

    private void edit(QualifiedName name, @Nullable Predicate<TableElement> leaving, @Nullable TableElement coming) {
        Table table = table(name);
        List<TableElement> elements = new ArrayList<>(table.elements());
        if (leaving != null) {
            assertThat(elements.removeIf(leaving)).isTrue();
        }
        if (coming != null) {
            elements.add(coming);
        }
        Table edited = Table.of(name, elements);
        tables.put(
                name,
                table.columns(edited.columns())
                        .constraints(edited.constraints())
                        .indexes(edited.indexes()));
    }

    private void requireTarget(ForeignKey key) {
        Table target = table(key.referredTable());
        boolean isKey =
                target.primaryKey() != null && target.primaryKey().columns().equals(key.referredColumns());
        boolean isUnique = target.uniqueConstraints().stream()
                .anyMatch(unique -> unique.columns().equals(key.referredColumns()));
        assertThat(isKey || isUnique).as("target of %s", key).isTrue();
    }

    private void refuseLossOfTarget(QualifiedName name, Constraint constraint) {
        List<String> lost = constraint instanceof PrimaryKey key
                ? key.columns()
                : constraint instanceof UniqueConstraint unique ? unique.columns() : List.of();
        foreignKeysTo(name).forEach(key -> assertThat(key.referredColumns()).isNotEqualTo(lost));
    }

    private List<ForeignKey> foreignKeysTo(QualifiedName name) {
        return tables.values().stream()
                .flatMap(table -> table.foreignKeys().stream())
                .filter(key -> key.referredTable().equals(name))
                .toList();
    }

    private void refuseUse(QualifiedName name, String column) {
        Table table = table(name);
        table.indexes().forEach(index -> assertThat(index.parts()).doesNotContain(Index.Part.column(column)));
        table.uniqueConstraints().forEach(unique -> assertThat(unique.columns()).doesNotContain(column));
        table.exclusionConstraints()
                .forEach(exclusion -> assertThat(exclusion.parts()).doesNotContain(Index.Part.column(column)));
        table.foreignKeys().forEach(key -> assertThat(key.columns()).doesNotContain(column));
    }

    private void refuseRetypingUnderForeignKey(AlterColumn alter, Column before) {
        if (alter.appliedTo(before).type().equals(before.type())) {
            return;
        }
        table(alter.table())
                .foreignKeys()
                .forEach(key -> assertThat(key.columns()).doesNotContain(alter.column()));
        foreignKeysTo(alter.table())
                .forEach(key -> assertThat(key.referredColumns()).doesNotContain(alter.column()));
    }

    private void refuseTakenNames(Table created) {
        created.constraints().forEach(constraint -> refuseTakenName(constraint.name()));
        created.indexes().forEach(index -> refuseTakenName(index.name()));
    }

    private void refuseTakenName(@Nullable String name) {
        tables.values().forEach(table -> {
            table.indexes().forEach(index -> assertThat(index.name()).isNotEqualTo(name));
            table.constraints().stream()
                    .filter(constraint -> constraint.name() != null)
                    .forEach(constraint -> assertThat(constraint.name()).isNotEqualTo(name));
        });
    }
}
