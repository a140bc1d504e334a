package dev.retort.cli;

/** What the commands of a part of the help are for. */
enum CommandGroup {
    DAILY("Daily work"),
    BRANCHES("Branches"),
    REPAIR("Repair"),
    PACKAGING("Packaging and setup");

    private final String heading;

    CommandGroup(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }
}
