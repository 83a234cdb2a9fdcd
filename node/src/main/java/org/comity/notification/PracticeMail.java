package org.comity.notification;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the mails of a practice node as files, the newest 200, in place of a server: what would have left can be read. */
final class PracticeMail {

    private static final Logger log = LoggerFactory.getLogger(PracticeMail.class);

    static final int SHOWN = 50;
    private static final int KEPT = 200;
    private static final String MAIL = ".eml";

    private final Path folder;

    PracticeMail(Path folder) {
        this.folder = folder;
    }

    /** The same mail again takes the place of the first. */
    void keep(MimeMessage message) throws MessagingException, IOException {
        Files.createDirectories(folder);
        var id = message.getHeader("Message-ID", null);
        message.saveChanges();
        // Saving gives it a number of its own.
        message.setHeader("Message-ID", id);
        var name = "%013d-%s".formatted(message.getSentDate().getTime(), plain(id));
        var part = folder.resolve(name + ".part");
        try (var out = Files.newOutputStream(part)) {
            message.writeTo(out);
        }
        Files.move(
                part, folder.resolve(name + MAIL), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        for (var old : newestFirst().stream().skip(KEPT).toList()) {
            Files.deleteIfExists(old);
        }
    }

    /** Newest first, at most {@link #SHOWN}. */
    List<MailView> newest() throws IOException {
        return newestFirst().stream()
                .limit(SHOWN)
                .flatMap(it -> read(it).stream())
                .toList();
    }

    private List<Path> newestFirst() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(it -> it.getFileName().toString().endsWith(MAIL))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private static Optional<MailView> read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), in);
            var to = Stream.ofNullable(message.getAllRecipients())
                    .flatMap(Arrays::stream)
                    .map(it -> ((InternetAddress) it).getAddress())
                    .collect(Collectors.joining(", "));
            return Optional.of(new MailView(
                    to, message.getSubject(), message.getSentDate().toInstant(), text(message.getContent())));
        } catch (IOException | MessagingException | RuntimeException e) {
            log.warn("the practice mail {} cannot be read: {}", file.getFileName(), e.toString());
            return Optional.empty();
        }
    }

    /** The first part that is text, however deep. */
    private static String text(Object content) throws IOException, MessagingException {
        if (content instanceof Multipart parts) {
            for (int n = 0; n < parts.getCount(); n++) {
                BodyPart part = parts.getBodyPart(n);
                var text = part.isMimeType("text/calendar") ? "" : text(part.getContent());
                if (!text.isEmpty()) {
                    return text;
                }
            }
            return "";
        }
        return content instanceof String text ? text : "";
    }

    private static String plain(String id) {
        return id.replaceAll("[^A-Za-z0-9.-]", "");
    }
}
