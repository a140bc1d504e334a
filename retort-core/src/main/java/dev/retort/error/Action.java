package dev.retort.error;

import java.util.List;

/** What a user can ask Retort to do. */
public enum Action implements AdvicePart {
    INDEX("index", "SOURCES, CLASSES, LOCATION"),
    REVISION("revision", "REQUEST"),
    AUTOGENERATE("autogenerate", "REQUEST"),
    MERGE_HEADS("merge", "REQUEST.heads(List.of(\"heads\"))"),
    UPGRADE("upgrade", ""),
    UPGRADE_MISSED("upgradeMissed", ""),
    RESUME("resume", "Resolution.ASK"),
    RESUME_RETRY("resume", "Resolution.RETRY"),
    RESUME_DONE("resume", "Resolution.DONE"),
    RESUME_UNDO("resume", "Resolution.UNDO"),
    ACCEPT("accept", "REVISIONS, REASON"),
    ACCEPT_MISSED("acceptMissed", "REVISIONS, REASON"),
    PURGE_AND_STAMP("purgeAndStamp", "REVISION"),
    ENSURE_VERSION("ensureVersion", ""),
    CURRENT("current", ""),
    HISTORY("history", ""),
    HEADS("heads", "false");

    private final String method;
    private final String parameters;

    Action(String method, String parameters) {
        this.method = method;
        this.parameters = parameters;
    }

    /** This action, with revisions as arguments. */
    public AdvicePart.Call of(List<String> revisions) {
        return new AdvicePart.Call(this, revisions);
    }

    /** The method of {@link dev.retort.Retort} that performs it. */
    String method() {
        return method;
    }

    /** The arguments of the method, with these revisions, if any. */
    String parameters(String revisions) {
        if (revisions.isEmpty()) {
            return parameters;
        }
        return switch (this) {
            case ACCEPT, ACCEPT_MISSED -> "List.of(" + revisions + "), REASON";
            default -> revisions;
        };
    }
}
