package dev.retort.cli;

/** Runs revisions backwards. */
final class DowngradeCommand extends ProjectCommand {

    private final Argument<String> target = parameter("TARGET", "Where to go; with --sql START:TARGET.");

    private final Argument<Boolean> sql = flag("Print the SQL and run nothing.", "--sql");

    private final Argument<String> tag =
            text("TEXT", "A value that revisions read with op.arguments().get(\"tag\").", "--tag");

    DowngradeCommand(RootCommand root) {
        super(root, "downgrade", "Undo revisions down to a target.");
        footer(
                "Examples:",
                "  retort downgrade -1                 the last step",
                "  retort downgrade ae10               down to a revision, which stays",
                "  retort downgrade base               everything",
                "  retort downgrade shop@base          the base of the branch 'shop' and all upon it",
                "  retort downgrade ae10:base --sql    the SQL instead, for a database client");
    }

    @Override
    public Integer call() {
        Tags.add(root().options(), tag.value());
        if (sql.value()) {
            return new SqlPrinter(root()).print(written -> retort().downgradeSql(target.value(), written));
        }
        return new RunPrinter(root()).print(root().stoppably(retort -> retort.downgrade(target.value())));
    }
}
