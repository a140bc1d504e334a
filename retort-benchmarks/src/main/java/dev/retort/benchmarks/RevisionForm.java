package dev.retort.benchmarks;

/** What Retort's revisions are written in. */
enum RevisionForm {
    SQL {
        @Override
        String fileName(SampleRevision revision) {
            return revision.id() + ".sql";
        }

        @Override
        String text(SampleRevision revision, String parent) {
            return "-- revision: " + revision.id() + "\n-- revises: " + parent + "\n-- message: " + revision.id()
                    + "\n\n-- upgrade\n" + revision.sql() + ";\n";
        }
    },
    JAVA {
        @Override
        String fileName(SampleRevision revision) {
            return className(revision) + ".java";
        }

        @Override
        String text(SampleRevision revision, String parent) {
            String revises = parent.isEmpty() ? "" : ", revises = \"" + parent + "\"";
            return """
                    package migrations.versions;

                    import static dev.retort.schema.Columns.*;
                    import static dev.retort.schema.Constraints.*;

                    import dev.retort.migration.*;

                    /** %1$s */
                    @Revision(id = "%1$s"%2$s)
                    public final class %3$s implements Migration {

                        @Override
                        public void upgrade(Operations op) {
                            %4$s
                        }

                        @Override
                        public void downgrade(Operations op) {
                            op.irreversible("A benchmark does not go back.");
                        }
                    }
                    """.formatted(revision.id(), revises, className(revision), revision.java());
        }

        private String className(SampleRevision revision) {
            return "V" + revision.number();
        }
    };

    abstract String fileName(SampleRevision revision);

    /** The text of the file; the parent is empty for the first. */
    abstract String text(SampleRevision revision, String parent);
}
