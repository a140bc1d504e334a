package dev.retort.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds by their form the secrets that a text holds: in settings that are named like one, where SQL takes a password, and in the logins of
 * addresses. It reads each part of the text a fixed number of times. Where the end of a secret cannot be told, it finds too much inside the
 * quotes around it rather than too little.
 */
final class SecretScan {

    /** A part of a text. */
    record Part(int begin, int end) {}

    private static final Set<String> CIPHERS = Set.of(
            "crypt",
            "encrypt",
            "decrypt",
            "pgp_sym_encrypt",
            "pgp_sym_decrypt",
            "aes_encrypt",
            "aes_decrypt",
            "des_encrypt",
            "des_decrypt");

    private static final int PASSWORD_OF_LINKED_TABLE = 4;
    private static final int PASSWORD_OF_LINKED_SCHEMA = 5;

    private static final Set<String> BEFORE_CREDENTIALS = Set.of("by", "using", "as", "replace", "values");

    /** How many words further on a statement may still say by what a user is identified. */
    private static final int CLAUSE = 12;

    private static final Set<String> ACCOUNTS = Set.of("user", "role", "to");
    private static final Set<String> OF_SENTENCES = Set.of("is", "are", "was", "be", "been");
    private static final Set<String> NO_CREDENTIALS = Set.of("random", "password", "values");

    /** Schemes whose addresses have at signs behind the host too. */
    private static final Set<String> OF_WEB = Set.of("http", "https", "ftp", "file", "git", "ssh", "ws", "wss", "s3");

    /** What lists words, not names with their values. */
    private static final Set<String> LISTS = Set.of("in", "enum", "set", "any", "array");

    /** What is no secret where a secret could stand. */
    private static final Pattern NONE = Pattern.compile(
            "(?:null|default)\\b|[?…<]|\\$\\d|\\$\\{|%\\(?[sLI]|\\*\\*\\*|(?:value)?\\.\\.\\.",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WORDS = Pattern.compile("(?:true|false)\\b|[A-Za-z]+[ \\t]+\\p{L}");

    private static final Pattern KEY = Pattern.compile("\\)=\\(([^\\n]{0,2000}?)\\)(?= |$)");

    private static final Pattern OTHER_COLUMNS = Pattern.compile("(?:, ?[\\w\"]{1,80}){0,20}");

    private static final Pattern LOGIN = Pattern.compile("[^\\s/?#'\"]*@");

    private static final Pattern FORMAT = Pattern.compile("%[LsI]?'\\s*,");

    private final String text;
    private final boolean address;
    private final boolean backslashes;
    private final SecretValues values;

    private int openAt;
    /** The words read so far, in lower case: the last one, the one before, and so on. */
    private final String[] words = {"", "", ""};

    private int wordCount;
    private String wordBeforeParenthesis = "";

    /** How many words had been read when something was; far back for never. */
    private int account = -CLAUSE;

    private int credentials = -CLAUSE;
    private int salt = -CLAUSE;
    private boolean ofAccount;

    private SecretScan(String text, boolean address, boolean backslashes) {
        this.text = text;
        this.address = address;
        this.backslashes = backslashes;
        this.values = new SecretValues(text, address, backslashes);
    }

    /**
     * The secrets in a text of any kind.
     *
     * @param backslashes whether the database takes a backslash in quotes for the escape of what follows
     */
    static List<Part> ofText(String text, boolean backslashes) {
        return SecretNames.isWithoutAny(text) ? List.of() : new SecretScan(text, false, backslashes).scan();
    }

    /** The secrets in the settings of an address, which is the whole text. */
    static List<Part> ofSettings(String address) {
        return new SecretScan(address, true, false).scan();
    }

    /** A text with a mask in place of parts of it, which are in order. */
    static String masked(String text, List<Part> parts) {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        for (Part part : parts) {
            shown.append(text, at, part.begin()).append(SecretPlaces.MASK);
            at = part.end();
        }
        return shown.append(text, at, text.length()).toString();
    }

    private List<Part> scan() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isNamePart(c)) {
                int end = wordEnd(at);
                at = Math.max(end, afterWord(at, end));
            } else {
                sign(c, at);
                at++;
            }
        }
        return values.found();
    }

    static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private int wordEnd(int begin) {
        int end = begin;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void sign(char c, int at) {
        switch (c) {
            case '\'', '"', '`' -> {
                if (values.open() == c && (at + 1 == text.length() || !isWordPart(text.charAt(at + 1)))) {
                    values.open(SecretValues.NONE);
                } else if (values.open() == SecretValues.NONE && (at == 0 || !isWordPart(text.charAt(at - 1)))) {
                    values.open(c);
                    openAt = at;
                }
            }
            case '\n' -> values.open(SecretValues.NONE);
            case ';' -> credentials = -CLAUSE;
            case '(' -> wordBeforeParenthesis = words[0];
            default -> {}
        }
    }

    /** Reads what a word introduces, and says where to go on. */
    private int afterWord(int begin, int end) {
        if (end - begin > SecretNames.LONGEST) {
            return end;
        }
        String word = text.substring(begin, end);
        String lower = word.toLowerCase(Locale.ROOT);
        words[2] = words[1];
        words[1] = words[0];
        words[0] = lower;
        wordCount++;
        if (address) {
            return SecretNames.isOneOfAddress(word) ? afterName(word, begin, end) : end;
        }
        if (text.startsWith(":/", end) || (lower.equals("jdbc") && text.startsWith(":", end))) {
            return address(lower, begin, end);
        }
        if (SecretNames.isOne(word) || isKeyOfSqlite()) {
            return afterName(word, begin, end);
        }
        return afterKeyword(lower, end);
    }

    /** SQLCipher's words for a password. */
    private boolean isKeyOfSqlite() {
        return switch (words[0]) {
            case "hexkey", "rekey", "hexrekey", "textkey" -> words[1].equals("pragma");
            case "key" -> words[1].equals("pragma") || words[2].equals("as");
            default -> false;
        };
    }

    private int afterKeyword(String word, int end) {
        if (ACCOUNTS.contains(word)) {
            account = wordCount;
        } else if (word.equals("identified") && !OF_SENTENCES.contains(words[1])) {
            credentials = wordCount;
            ofAccount = wordCount - account <= CLAUSE / 2;
        } else if (BEFORE_CREDENTIALS.contains(word) && wordCount - credentials < CLAUSE) {
            return credential(word, end);
        } else if (word.equals("salt")) {
            salt = wordCount;
            return values.direct(end, "'");
        } else if (word.equals("hash") && wordCount - salt <= 2) {
            return values.direct(end, "'");
        } else if (text.startsWith("(", end)) {
            return afterFunction(word, end + 1);
        }
        return end;
    }

    /** Reads the arguments of what takes a password among them; a linked table of H2 does behind its name. */
    private int afterFunction(String function, int begin) {
        if (CIPHERS.contains(function)) {
            return values.expression(begin);
        }
        if (words[1].equals("table") && words[2].equals("linked")) {
            return values.arguments(begin, PASSWORD_OF_LINKED_TABLE);
        }
        return function.equals("link_schema") ? values.arguments(begin, PASSWORD_OF_LINKED_SCHEMA) : begin - 1;
    }

    private int credential(String word, int end) {
        int at = QuotedText.afterGap(text, end);
        int after = values.direct(end, "'\"\\");
        if (after > end) {
            credentials = wordCount;
            return after;
        }
        int wordEnd = wordEnd(at);
        boolean bare = word.equals("by") && ofAccount && wordEnd > at;
        return bare && !NO_CREDENTIALS.contains(text.substring(at, wordEnd).toLowerCase(Locale.ROOT))
                ? values.unquoted(end, at)
                : end;
    }

    // what a name introduces

    private int afterName(String name, int begin, int end) {
        int at = afterNamesQuote(begin, end);
        if (at > end && text.charAt(begin - 1) == values.open()) {
            values.open(SecretValues.NONE);
        }
        if (at > end && isPair(begin)) {
            int value = QuotedText.afterGap(text, at);
            if (text.startsWith(",", value)) {
                return values.direct(value + 1, "'");
            }
        }
        int sign = QuotedText.afterGap(text, at);
        if (at == end && words[0].equals("token") && text.startsWith(":", sign)) {
            // Parsers say so of what they do not expect.
            return end;
        }
        int value = afterAssignment(name, sign);
        if (value > sign) {
            return value(begin, text.charAt(sign) == ':', value);
        }
        if (sign < text.length() && text.charAt(sign) == '(') {
            return QuotedText.at(text, QuotedText.afterGap(text, sign + 1), backslashes) == null
                    ? end
                    : values.expression(sign + 1);
        }
        Matcher format = FORMAT.matcher(text).region(sign, text.length());
        if (format.lookingAt()) {
            values.open(SecretValues.NONE);
            return values.expression(format.end());
        }
        int key = keyOfServer(end);
        if (key > end) {
            return key;
        }
        boolean alone = SecretNames.isPassword(name) || isKeyOfSqlite();
        return alone || isInList(begin) ? values.direct(at, alone ? "'\"\\$" : "'") : end;
    }

    /** Behind the quote that closes a name. */
    private int afterNamesQuote(int begin, int end) {
        if (begin == 0 || end == text.length()) {
            return end;
        }
        char before = text.charAt(begin - 1);
        if ("'\"`[".indexOf(before) < 0) {
            return end;
        }
        int at = end;
        while (at < text.length() && text.charAt(at) == '\\') {
            at++;
        }
        char close = before == '[' ? ']' : before;
        int quotes = at;
        while (at < text.length() && text.charAt(at) == close) {
            at++;
        }
        return at == quotes ? end : at;
    }

    /** Whether a name in quotes stands before its value, such as in the arguments of a function. */
    private boolean isPair(int begin) {
        int before = begin - 2;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return text.charAt(begin - 1) == '\''
                && before >= 0
                && "(,".indexOf(text.charAt(before)) >= 0
                && !LISTS.contains(wordBeforeParenthesis);
    }

    private boolean isInList(int begin) {
        int before = begin - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return before >= 0 && "(,".indexOf(text.charAt(before)) >= 0;
    }

    /** Behind what says that a value follows; the offset where nothing does. */
    private int afterAssignment(String name, int at) {
        if (text.startsWith("=>", at) || text.startsWith(":=", at)) {
            return at + 2;
        }
        if (text.startsWith("=", at)) {
            return at + 1;
        }
        if (text.startsWith(":", at) && !text.startsWith("::", at)) {
            return at + 1;
        }
        if (isWord("to", at)) {
            return at + 2;
        }
        if (name.equalsIgnoreCase("password") && isWord("for", at)) {
            int end = Math.min(text.length(), at + 300);
            int equals = text.substring(at, end).indexOf('=');
            return equals < 0 || text.substring(at, at + equals).indexOf(';') >= 0 ? at : at + equals + 1;
        }
        return at;
    }

    private boolean isWord(String word, int at) {
        return text.regionMatches(true, at, word, 0, word.length())
                && (at + word.length() == text.length() || !isNamePart(text.charAt(at + word.length())));
    }

    private int value(int begin, boolean colon, int offset) {
        int at = QuotedText.afterGap(text, offset);
        if (at == text.length()) {
            return at;
        }
        Matcher format = FORMAT.matcher(text).region(at, text.length());
        if (!address && format.lookingAt()) {
            values.open(SecretValues.NONE);
            return values.expression(format.end());
        }
        if (!address && text.charAt(at) == '[') {
            return values.expression(at + 1);
        }
        if (!address && !values.isOpenDollar(at)) {
            int after = values.quoted(at);
            if (after > at || "'\"".indexOf(text.charAt(at)) >= 0) {
                return after;
            }
        }
        if (NONE.matcher(text).region(at, text.length()).lookingAt()) {
            return at;
        }
        Matcher call = SecretValues.CALL.matcher(text).region(at, text.length());
        if (!address && call.lookingAt()) {
            return values.expression(call.end());
        }
        boolean lineEnded = text.substring(offset, at).indexOf('\n') >= 0;
        if (lineEnded
                && (colon
                        || SecretValues.NEXT
                                .matcher(text)
                                .region(at, text.length())
                                .lookingAt())) {
            return offset;
        }
        if (colon && !address && isProse(offset, at)) {
            return offset;
        }
        if (!colon && isColumn(at)) {
            return at;
        }
        return values.unquoted(begin, at);
    }

    /** Whether what stands behind a colon is rather a sentence about secrets. */
    private boolean isProse(int offset, int at) {
        if (words[1].equals("using") && (isWord("yes", at) || isWord("no", at))) {
            return true;
        }
        return at > offset && WORDS.matcher(text).region(at, text.length()).lookingAt();
    }

    /** Whether a value is a column that is named like a secret itself, as in a join. */
    private boolean isColumn(int at) {
        int end = wordEnd(at);
        return end > at
                && end - at <= SecretNames.LONGEST
                && text.substring(at, end).indexOf('.') > 0
                && SecretNames.isOne(text.substring(at, end));
    }

    /** Finds the values of a key that a server repeats, such as {@code (email, token)=(a, b)}. */
    private int keyOfServer(int end) {
        Matcher columns = OTHER_COLUMNS.matcher(text).region(end, text.length());
        int at = columns.lookingAt() ? columns.end() : end;
        Matcher key = KEY.matcher(text).region(at, text.length());
        if (!key.lookingAt()) {
            return end;
        }
        values.add(key.start(1), key.end(1));
        return key.end();
    }

    // addresses

    private int address(String scheme, int begin, int schemeEnd) {
        int end = addressEnd(begin);
        int authority = schemeEnd + 1;
        while (authority < end && text.charAt(authority) == '/') {
            authority++;
        }
        if (OF_WEB.contains(scheme)) {
            Matcher login = LOGIN.matcher(text).region(authority, end);
            if (login.lookingAt()) {
                values.add(login.start(), login.end() - 1);
                return login.end();
            }
            return authority;
        }
        for (Part part : SecretPlaces.parts(text.substring(begin, end))) {
            values.add(begin + part.begin(), begin + part.end());
        }
        return Math.max(end, authority);
    }

    /** An address that begins a text in quotes goes as far as they, any other one to a blank, without the end of a sentence. */
    private int addressEnd(int begin) {
        boolean first = values.open() != SecretValues.NONE
                && begin - openAt <= SecretNames.LONGEST
                && text.substring(openAt, begin).chars().noneMatch(Character::isWhitespace);
        int close = first ? quotesEnd(begin) : -1;
        if (close >= 0) {
            return close;
        }
        int end = begin;
        while (end < text.length() && !isEndOfAddress(end)) {
            end++;
        }
        while (end > begin && ".,;:!?)'\"]}".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private boolean isEndOfAddress(int at) {
        char c = text.charAt(at);
        return Character.isWhitespace(c)
                || Character.isISOControl(c)
                || c == '<'
                || c == '>'
                || ("'\"\\".indexOf(c) >= 0 && values.closesQuotes(at));
    }

    private int quotesEnd(int begin) {
        int at = begin;
        while (at < text.length() && text.charAt(at) != '\n') {
            char c = text.charAt(at);
            if ((c == values.open() || c == '\\') && values.closesQuotes(at)) {
                return at;
            }
            at += c == values.open() ? QuotedText.run(text, at) : 1;
        }
        return -1;
    }
}
