package dev.retort.dialect.sqlite;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.compare.SchemaComparator;
import dev.retort.compare.SchemaDifferences;
import dev.retort.dialect.ColumnText;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Dialect;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Hazard;
import dev.retort.operation.Hazard.Kind;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteComparisonTest {

    private final Dialect dialect = new SqliteProvider().create(DatabaseVersion.NEWEST);

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            value = {
                "char(1)⇒char⇒true",
                "char(1)⇒CHARACTER⇒true",
                "char(2)⇒char⇒true",
                "decimal(5)⇒decimal(5,0)⇒true",
                "varchar(1)⇒varchar⇒true",
                "VARCHAR(20) COLLATE NOCASE⇒varchar(20) collate nocase⇒true",
                "text⇒TEXT collate \"mine\"⇒false",
                "text collate BINARY⇒text⇒true",
                "text collate nocase⇒text⇒false",
                "varchar(20) collate nocase⇒varchar(30) collate nocase⇒true",
                "varchar(20)⇒text⇒false",
                "decimal(5,1)⇒decimal(5,0)⇒false"
            })
    void typesAreComparedWithWhatGoesWithoutSaying(String type, String reported, boolean same) {
        Column desired = ColumnText.column("c", type, dialect.types());
        Column found = ColumnText.column("c", reported, dialect.types());
        assertThat(dialect.comparison().sameType(desired, found)
                        && dialect.comparison().sameCollation(desired, found))
                .isEqualTo(same);
    }

    @Test
    void aCreatedTableHasANameForEachConstraintSoThatItCanBeTakenAway() {
        Operation create = compare(table(kind("'A'"), UniqueConstraint.of(null, List.of("kind"))), null)
                .upgrade()
                .operations()
                .get(0);

        assertThat(((CreateTable) create).table().constraints())
                .hasSize(2)
                .extracting(Constraint::name)
                .doesNotContainNull();
    }

    @Test
    void aWiderCheckIsNotAddedBesideOneThatCannotBeDropped() {
        SchemaDifferences found = compare(table(kind("'A', 'B'"), size()), table(kind("'A'")));

        assertThat(found.upgrade().operations())
                .extracting(Operation::describe)
                .hasSize(1)
                .allMatch(text -> text.startsWith("add"));
        assertThat(found.upgrade().hazards())
                .extracting(Hazard::kind)
                .containsExactly(Kind.MAY_FAIL, Kind.NOT_GENERATED, Kind.NOT_GENERATED);
        assertThat(found.upgrade().hazards().get(1).sentence()).contains("check (kind in ('A', 'B'))");
    }

    private static CheckConstraint kind(String words) {
        return CheckConstraint.of(null, "kind in (" + words + ")");
    }

    private static CheckConstraint size() {
        return CheckConstraint.of(null, "size > 0");
    }

    private static Table table(TableElement... constraints) {
        List<TableElement> elements = new ArrayList<>(List.of(column("kind", varchar(5)), column("size", integer())));
        elements.addAll(List.of(constraints));
        return Table.of(QualifiedName.of("t"), elements);
    }

    private SchemaDifferences compare(Table desired, @Nullable Table actual) {
        return new SchemaComparator(dialect)
                .leavingUnsaid()
                .compare(
                        SchemaSnapshot.of(desired),
                        SchemaSnapshot.of(actual == null ? List.of() : List.of(actual)),
                        table -> true);
    }
}
