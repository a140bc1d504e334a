package dev.retort.tests.run;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.check;
import static dev.retort.schema.Constraints.primaryKey;

import dev.retort.model.EntityModelProvider;
import dev.retort.model.EntityRequest;
import dev.retort.model.Model;
import dev.retort.model.ModelSource;
import dev.retort.schema.Columns;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.util.List;
import java.util.stream.IntStream;

/** A desired schema with checks and generated columns that every server writes in its own normal form; one table is missing and one differs. */
public final class RoomsModel implements EntityModelProvider {

    private static final int ROOMS = 60;

    /** For the service loader. */
    public RoomsModel() {}

    @Override
    public ModelSource source(EntityRequest request) {
        List<Table> desired = IntStream.rangeClosed(0, ROOMS)
                .mapToObj(number -> room(number, number == ROOMS / 2 ? number + 1 : number))
                .toList();
        return () -> Model.of(SchemaSnapshot.of(desired));
    }

    /** The actual tables. */
    static List<Table> tables() {
        return IntStream.range(0, ROOMS)
                .mapToObj(number -> room(number, number))
                .toList();
    }

    private static Table room(int number, int least) {
        return Columns.table(
                "room_" + number,
                column("id", integer()).notNull(),
                column("kind", varchar(20)).defaultsTo("c"),
                column("word", varchar(20)).storedAs("lower(kind)"),
                column("size", integer()),
                primaryKey("id"),
                check("ck_kind_" + number, "kind in ('a" + number + "', 'b" + number + "') or kind = 'c'"),
                check("ck_size_" + number, "size + 1 > " + least + " and not (size between 500 and 600)"));
    }
}
