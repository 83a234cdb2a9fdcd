package org.comity.viewer.child;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.swing.text.html.HTML;
import javax.swing.text.html.HTMLEditorKit;
import javax.swing.text.html.parser.ParserDelegator;
import org.comity.viewer.child.Render.Unreadable;

/** Reads a mail as it stands in a file: who, when, what it says in words, and what hangs on it, by name alone. */
final class MailText {

    private static final List<String> HEADERS =
            List.of("Date", "From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Subject", "Message-ID", "Received");
    private static final int MOST_PARTS = 100;
    private static final int DEEPEST = 20;
    private static final int LONGEST = 200_000;

    private final WritingFrames frames;
    private final List<String> plain = new ArrayList<>();
    private final List<String> marked = new ArrayList<>();
    private int parts;
    private int room = LONGEST;

    private MailText(WritingFrames frames) {
        this.frames = frames;
    }

    static void render(InputStream in, WritingFrames frames) throws IOException {
        var properties = new Properties();
        properties.setProperty("mail.mime.address.strict", "false");
        properties.setProperty("mail.mime.ignoreunknownencoding", "true");
        try {
            new MailText(frames).render(new MimeMessage(Session.getInstance(properties), in));
        } catch (MessagingException e) {
            throw new Unreadable("unreadable");
        }
    }

    private void render(MimeMessage mail) throws MessagingException, IOException {
        boolean any = false;
        for (String header : HEADERS) {
            String[] values = mail.getHeader(header);
            for (int i = 0; values != null && i < Math.min(values.length, 20); i++) {
                frames.field(header, decoded(values[i]));
                any = true;
            }
        }
        if (!any) throw new Unreadable("no-mail");
        part(mail, 0);
        if (plain.isEmpty() && !marked.isEmpty()) {
            frames.note("from-markup");
            plain.addAll(marked);
        }
        for (String each : plain) {
            frames.text(each);
        }
        if (room <= 0) frames.note("cut");
    }

    private void part(Part part, int depth) throws MessagingException, IOException {
        if (++parts > MOST_PARTS || depth > DEEPEST) throw new Unreadable("too-many-parts");
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart inner) {
            for (int i = 0; i < inner.getCount(); i++) {
                BodyPart each = inner.getBodyPart(i);
                part(each, depth + 1);
            }
            return;
        }
        var name = part.getFileName();
        boolean hangs = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || name != null;
        if (hangs || !part.isMimeType("text/*")) {
            frames.field("Attachment", decoded(name == null ? "–" : name) + " (" + type(part) + ")");
        } else if (part.isMimeType("text/html")) {
            keep(marked, words(text(part)));
        } else {
            keep(plain, text(part));
        }
    }

    private void keep(List<String> where, String text) {
        where.add(text.substring(0, Math.max(0, Math.min(text.length(), room))));
        room -= text.length();
    }

    private static String type(Part part) throws MessagingException {
        var type = String.valueOf(part.getContentType());
        return type.replaceFirst("[;\\s].*(?s)", "");
    }

    /** In the charset that it names, or as UTF-8. */
    private static String text(Part part) throws MessagingException, IOException {
        try (var in = part.getInputStream()) {
            byte[] bytes = in.readNBytes(LONGEST * 4);
            try {
                var type = new jakarta.mail.internet.ContentType(part.getContentType());
                var charset = type.getParameter("charset");
                return charset == null
                        ? new String(bytes, StandardCharsets.UTF_8)
                        : new String(bytes, MimeUtility.javaCharset(charset));
            } catch (MessagingException | java.io.UnsupportedEncodingException e) {
                return new String(bytes, StandardCharsets.UTF_8);
            }
        }
    }

    /** The words of a page without its markup; nothing of it is run, fetched or drawn. */
    private static String words(String html) throws IOException {
        var words = new StringBuilder();
        new ParserDelegator()
                .parse(
                        new StringReader(html.replaceAll("(?is)<(script|style)\\b.*?</\\1\\s*>", " ")),
                        new HTMLEditorKit.ParserCallback() {
                            @Override
                            public void handleText(char[] data, int at) {
                                words.append(data);
                            }

                            @Override
                            public void handleStartTag(
                                    HTML.Tag tag, javax.swing.text.MutableAttributeSet attributes, int at) {
                                if (tag.isBlock()) words.append('\n');
                            }

                            @Override
                            public void handleSimpleTag(
                                    HTML.Tag tag, javax.swing.text.MutableAttributeSet attributes, int at) {
                                if (tag == HTML.Tag.BR) words.append('\n');
                            }
                        },
                        true);
        return words.toString().strip();
    }

    private static String decoded(String value) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (java.io.UnsupportedEncodingException e) {
            return value;
        }
    }
}
