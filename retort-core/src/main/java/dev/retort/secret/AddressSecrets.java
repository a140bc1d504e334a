package dev.retort.secret;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the secrets in an address that stands somewhere in a text. */
final class AddressSecrets {

    /** Schemes whose addresses have at signs behind the host too. */
    private static final Set<String> OF_WEB = Set.of("http", "https", "ftp", "file", "git", "ssh", "ws", "wss", "s3");

    private static final Pattern LOGIN = Pattern.compile("[^\\s/?#'\"]*@");

    private final String text;
    private final SecretValues values;

    AddressSecrets(String text, SecretValues values) {
        this.text = text;
        this.values = values;
    }

    /** Reads an address, and says where to continue. */
    int address(String scheme, int begin, int schemeEnd) {
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
        for (SecretScan.Part part : SecretPlaces.parts(text.substring(begin, end))) {
            values.add(part.shifted(begin));
        }
        return Math.max(end, authority);
    }

    /** An address that begins a text in quotes goes as far as they, any other one to a blank, without the end of a sentence. */
    private int addressEnd(int begin) {
        boolean first = values.open() != SecretValues.NONE
                && begin - values.openAt() <= SecretNames.LONGEST
                && text.substring(values.openAt(), begin).chars().noneMatch(Character::isWhitespace);
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
