package dev.retort.command;

/** Who runs this process, for the history. */
final class Operator {

    private Operator() {}

    /** The operating system's user. */
    static String name() {
        return System.getProperty("user.name", "unknown");
    }

    /** The machine's name as its environment says it; looking it up in the network could take seconds. */
    static String host() {
        for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
            String name = System.getenv(variable);
            if (name != null && !name.isEmpty()) {
                return name;
            }
        }
        return "unknown";
    }
}
