package dev.retort.schema;

/** How long names may be, and how a database's longer ones are shortened. */
public interface NameLimit {

    /** No limit. */
    NameLimit NONE = new NameLimit() {
        @Override
        public String shortened(String name) {
            return name;
        }

        @Override
        public boolean isShortened(String name, String start) {
            return false;
        }
    };

    /** A name within the limit: the name itself, or its beginning and a digest of the whole. */
    String shortened(String name);

    /** Whether a name can be the shortened form of a longer one that begins with a text. */
    boolean isShortened(String name, String start);
}
