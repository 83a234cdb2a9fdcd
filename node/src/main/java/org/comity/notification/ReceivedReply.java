package org.comity.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail that came to an address of ours, as far as it is looked at: its plain words, and none of what hangs on it.
 *
 * @param tokens of our addresses to which it came
 * @param from the one address that it names; empty where it names none, or several
 * @param automatic no person wrote it, or it came by a list: it is answered by nothing
 * @param text without what is quoted; empty where {@code wrong} says why
 * @param wrong {@code large}, {@code attachment} or {@code plain}; empty if it can be read
 */
record ReceivedReply(Set<String> tokens, String from, boolean automatic, String text, String wrong) {

    static final int LARGEST = 256 << 10;

    private static final int MOST_PARTS = 40;
    private static final int DEEPEST = 5;
    private static final int LONGEST_HEADER = 20_000;
    private static final List<String> TO = List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To");
    private static final Set<String> BY_LIST = Set.of("bulk", "list", "junk", "auto_reply");

    /** Each set by some programs on what no person wrote, unless it says no. */
    private static final List<String> BY_MACHINE =
            List.of("Auto-Submitted", "X-Autoreply", "X-Autorespond", "X-Auto-Response-Suppress");

    private static final Set<String> NO = Set.of("no", "none");

    /** They hang on mails of whoever signs each; we read none of them. */
    private static final List<String> SIGNATURES =
            List.of("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature");

    private static final Pattern ORIGINAL = Pattern.compile("\\s*[-_]{5,}.*|\\s*>.*|-- ?|\\p{L}{2,12}\\s?:\\s.*@.*");

    /** @param address to which the tokens are added, e.g. {@code rooms@xa.example} */
    static ReceivedReply read(byte[] mail, String address) throws MessagingException, IOException {
        boolean large = mail.length > LARGEST;
        var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
        var tokens = tokens(message, address);
        boolean automatic = automatic(message);
        // Of what is answered by nothing no part is opened.
        if (automatic || tokens.size() != 1) return new ReceivedReply(tokens, from(message), automatic, "", "");
        if (large) return new ReceivedReply(tokens, from(message), false, "", "large");
        var looked = new WordsOfMail();
        looked.at(message, 0);
        var text = looked.text;
        var wrong = looked.attached ? "attachment" : text == null ? "plain" : "";
        var words = text == null || looked.attached ? "" : own(text, address);
        return new ReceivedReply(tokens, from(message), false, words, wrong);
    }

    private static Set<String> tokens(MimeMessage message, String address) throws MessagingException {
        int at = address.indexOf('@');
        var ours = Pattern.compile(
                "(?<![\\p{Alnum}._%+-])" + Pattern.quote(address.substring(0, at)) + "\\+([0-9a-f]{48})"
                        + Pattern.quote(address.substring(at)) + "(?![\\p{Alnum}.-])",
                Pattern.CASE_INSENSITIVE);
        var found = new LinkedHashSet<String>();
        for (var name : TO) {
            for (var value : headers(message, name)) {
                var to = ours.matcher(value.length() > LONGEST_HEADER ? value.substring(0, LONGEST_HEADER) : value);
                while (to.find()) found.add(to.group(1).toLowerCase(Locale.ROOT));
            }
        }
        return found;
    }

    /** RFC 3834 and what was there before it: an answer to such a mail would be answered. */
    private static boolean automatic(MimeMessage message) throws MessagingException {
        for (var name : BY_MACHINE) {
            if (headers(message, name).stream()
                    .anyMatch(it -> !NO.contains(it.strip().toLowerCase(Locale.ROOT)))) return true;
        }
        return headers(message, "Precedence").stream()
                        .anyMatch(it -> BY_LIST.contains(it.strip().toLowerCase(Locale.ROOT)))
                || headers(message, "Return-Path").stream()
                        .anyMatch(it -> it.strip().equals("<>"))
                || !headers(message, "List-Id").isEmpty()
                || message.isMimeType("multipart/report");
    }

    private static String from(MimeMessage message) throws MessagingException {
        try {
            var all =
                    Stream.ofNullable(message.getFrom()).flatMap(Arrays::stream).toList();
            return all.size() == 1 && all.getFirst() instanceof InternetAddress one ? one.getAddress() : "";
        } catch (AddressException none) {
            return "";
        }
    }

    private static List<String> headers(MimeMessage message, String name) throws MessagingException {
        return Stream.ofNullable(message.getHeader(name))
                .flatMap(Arrays::stream)
                .toList();
    }

    /** What stands before the first line that quotes, signs, or names our address: whoever wrote it is shown just this. */
    private static String own(String text, String address) {
        var plus = address.substring(0, address.indexOf('@')) + "+";
        var lines = text.replace("\r\n", "\n").lines().toList();
        int end = 0;
        while (end < lines.size()
                && !ORIGINAL.matcher(lines.get(end)).matches()
                && !lines.get(end).contains(plus)) end++;
        // "On Tuesday somebody wrote:" stands above what is quoted.
        int last = end;
        while (last > 0 && lines.get(last - 1).isBlank()) last--;
        if (end < lines.size() && last > 0 && lines.get(last - 1).strip().endsWith(":")) end = last - 1;
        return lines.stream().limit(end).collect(Collectors.joining("\n")).strip();
    }

    /** What was found in a mail so far. */
    private static final class WordsOfMail {

        private @org.jspecify.annotations.Nullable String text;
        private boolean attached;
        private int parts;

        void at(Part part, int depth) throws MessagingException, IOException {
            if (++parts > MOST_PARTS || depth > DEEPEST) {
                attached = true;
            } else if (isSignature(part)) {
                // Neither words nor a file.
            } else if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.isMimeType("message/*")) {
                attached = true;
            } else if (part.isMimeType("multipart/*")) {
                if (!(part.getContent() instanceof Multipart all)) return;
                for (int n = 0; n < all.getCount(); n++) at(all.getBodyPart(n), depth + 1);
            } else if (part.isMimeType("text/plain")) {
                if (text == null) text = plain(part);
            } else if (!part.isMimeType("text/html") && !Part.INLINE.equalsIgnoreCase(part.getDisposition())) {
                attached = true;
            }
        }

        private static boolean isSignature(Part part) throws MessagingException {
            for (var type : SIGNATURES) {
                if (part.isMimeType(type)) return true;
            }
            return false;
        }

        /** Null where its letters are in a code that nobody knows here: its author is told, as of a mail without plain words. */
        private static @org.jspecify.annotations.Nullable String plain(Part part)
                throws MessagingException, IOException {
            try {
                return part.getContent() instanceof String plain ? plain : null;
            } catch (UnsupportedEncodingException unknown) {
                return null;
            }
        }
    }
}
