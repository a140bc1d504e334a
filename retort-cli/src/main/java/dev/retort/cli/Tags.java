package dev.retort.cli;

/** Hands the value of {@code --tag} to the revisions. */
final class Tags {

    private Tags() {}

    static void add(GlobalOptions options, String tag) {
        if (!tag.isEmpty()) {
            options.arguments().put("tag", tag);
        }
    }
}
