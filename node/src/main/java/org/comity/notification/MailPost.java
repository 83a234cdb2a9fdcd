package org.comity.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands a mail to our own authority's server; in practice to a folder that shows it. */
@Component
class MailPost {

    private final MailSettings settings;
    private final Clock clock;
    private final JavaMailSenderImpl sender;
    private final @Nullable PracticeMail practice;

    /** @throws IllegalArgumentException where a real node would keep its mails in a folder, and nobody would get them */
    MailPost(MailSettings settings, @Value("${node.practice:false}") boolean practising, Clock clock) {
        if (settings.folder() != null && !practising) {
            throw new IllegalArgumentException(
                    "node.mail.folder is for practice alone: name a mail server (node.mail.host), or leave both out");
        }
        this.settings = settings;
        this.clock = clock;
        this.sender = sender(settings);
        this.practice = settings.folder() == null ? null : new PracticeMail(settings.folder());
    }

    boolean on() {
        return settings.on();
    }

    /** Where mails of practice lie; empty where they leave. */
    Optional<PracticeMail> practice() {
        return Optional.ofNullable(practice);
    }

    /** @throws NotSent what to do about it is in its code */
    void send(OutgoingMail mail) throws NotSent {
        try {
            var message = message(mail);
            if (practice == null) {
                sender.send(message);
            } else {
                practice.keep(message);
            }
        } catch (MailException e) {
            throw new NotSent(e);
        } catch (MessagingException e) {
            throw new NotSent("message", true, e);
        } catch (IOException e) {
            throw new NotSent("not-reached", false, e);
        }
    }

    private MimeMessage message(OutgoingMail mail) throws MessagingException {
        var from = Objects.requireNonNull(settings.from());
        var message = sender.createMimeMessage();
        var parts = new MimeMessageHelper(message, true, "UTF-8");
        parts.setFrom(new InternetAddress(from, true));
        parts.setTo(new InternetAddress(mail.address(), true));
        parts.setSubject(mail.subject());
        if (mail.html() == null) {
            parts.setText(mail.text(), false);
        } else {
            parts.setText(mail.text(), mail.html());
        }
        parts.setSentDate(Date.from(clock.instant()));
        if (mail.attached() != null) {
            parts.addAttachment(
                    mail.attached().name(),
                    new ByteArrayDataSource(
                            mail.attached().calendar().getBytes(StandardCharsets.UTF_8), CalendarFile.TYPE));
        }
        message.setHeader("Message-ID", "<%s@%s>".formatted(mail.id(), from.substring(from.indexOf('@') + 1)));
        message.setHeader("Content-Language", mail.language().tag());
        // RFC 3834: nobody's absence note answers it.
        message.setHeader("Auto-Submitted", "auto-generated");
        for (var header : mail.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        return message;
    }

    private static JavaMailSenderImpl sender(MailSettings settings) {
        var sender = new JavaMailSenderImpl();
        if (settings.host() == null) {
            return sender;
        }
        boolean implicit = settings.tls() == MailSettings.Tls.IMPLICIT;
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setProtocol(implicit ? "smtps" : "smtp");
        if (settings.user() != null) {
            sender.setUsername(settings.user());
            sender.setPassword(settings.password());
        }
        var with = new Properties();
        var name = "mail." + sender.getProtocol() + ".";
        var millis = Long.toString(settings.timeout().toMillis());
        with.put(name + "auth", Boolean.toString(settings.user() != null));
        with.put(name + "connectiontimeout", millis);
        with.put(name + "timeout", millis);
        with.put(name + "writetimeout", millis);
        with.put(name + "ssl.checkserveridentity", "true");
        if (settings.tls() == MailSettings.Tls.STARTTLS) {
            with.put(name + "starttls.enable", "true");
            with.put(name + "starttls.required", "true");
        }
        if (settings.trust() != null) {
            with.put(name + "ssl.socketFactory", vouchedBy(settings.trust()));
        }
        sender.setJavaMailProperties(with);
        return sender;
    }

    private static SSLSocketFactory vouchedBy(Path certificates) {
        var store = PemSslStoreDetails.forCertificate(
                certificates.toAbsolutePath().toUri().toString());
        return SslBundle.of(new PemSslStoreBundle(null, store))
                .createSslContext()
                .getSocketFactory();
    }

    /** Codes: {@code not-reached}, {@code sign-in}, {@code address-refused}, {@code message}. */
    static final class NotSent extends Exception {

        private static final String ADDRESS = "address-refused";

        private final String code;
        private final boolean last;

        NotSent(String code, boolean last, Throwable cause) {
            super(code, cause);
            this.code = code;
            this.last = last;
        }

        NotSent(MailException e) {
            this(code(e), addressRefused(e) || contentRefused(e), e);
        }

        String code() {
            return code;
        }

        /** The server knows no such address. */
        boolean address() {
            return code.equals(ADDRESS);
        }

        /** Trying again would not help. */
        boolean last() {
            return last;
        }

        private static String code(MailException e) {
            if (addressRefused(e)) return ADDRESS;
            return contentRefused(e)
                    ? "message"
                    : e.getCause() instanceof AuthenticationFailedException ? "sign-in" : "not-reached";
        }

        /** A server that says 5xx of the address itself; 4xx may pass. */
        private static boolean addressRefused(MailException e) {
            return e instanceof MailSendException sending
                    && sending.getFailedMessages().values().stream()
                            .anyMatch(it -> it instanceof SendFailedException failed
                                    && failed.getInvalidAddresses() != null
                                    && failed.getInvalidAddresses().length > 0);
        }

        /** 5xx of the mail itself, as of one that is too large or looks like spam: it will say so again. */
        private static boolean contentRefused(MailException e) {
            return e instanceof MailSendException sending
                    && sending.getFailedMessages().values().stream()
                            .anyMatch(it -> it instanceof SMTPSendFailedException failed
                                    && failed.getReturnCode() >= 500
                                    && failed.getReturnCode() < 600);
        }
    }
}
