package org.comity.notification;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.casework.Compartments;
import org.comity.casework.DomesticFile;
import org.comity.directory.Directory;
import org.comity.notification.ReminderRecipient.Kind;
import org.comity.ui.Language;
import org.comity.ui.MailAddress;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds contact point and central authority of this node, and the prosecutor of one request from its domestic file.
 */
@Component
class ReminderRecipients {

    private final ReminderSettings settings;
    private final Directory directory;
    private final DomesticFile file;
    private final Words words;
    private final Compartments compartments;

    ReminderRecipients(
            ReminderSettings settings, Directory directory, DomesticFile file, Words words, Compartments compartments) {
        this.settings = settings;
        this.directory = directory;
        this.file = file;
        this.words = words;
        this.compartments = compartments;
        mustBeWritten("language", settings.language());
        mustBeWritten("contact-point.language", settings.contactPoint().language());
        mustBeWritten("central-authority.language", settings.centralAuthority().language());
    }

    /** Said where it is chosen: nobody would see why the mails are in another language. */
    private void mustBeWritten(String key, @Nullable String tag) {
        if (tag != null
                && !tag.isBlank()
                && languages().stream().noneMatch(it -> it.tag().equals(tag)))
            throw new IllegalArgumentException(
                    "node.reminders.%s is a language in which no reminder is written: %s. There are %s"
                            .formatted(
                                    key,
                                    tag,
                                    languages().stream().map(Language::tag).collect(joining(", "))));
    }

    /** Each address once. Mailboxes that many read are told nothing of a closed request; its prosecutor is. */
    List<ReminderRecipient> of(String thread) {
        var all = new ArrayList<ReminderRecipient>();
        if (compartments.hiddenFrom(Compartments.ANYBODY).contains(thread)) {
            prosecutor(thread)
                    .ifPresent(it -> add(
                            all, Kind.PROSECUTOR, it.address(), it.language().tag()));
            return List.copyOf(all);
        }
        addContactPoint(all);
        prosecutor(thread)
                .ifPresent(it ->
                        add(all, Kind.PROSECUTOR, it.address(), it.language().tag()));
        addCentralAuthority(all);
        return List.copyOf(all);
    }

    /** Of what concerns this node and no request; each address once. */
    List<ReminderRecipient> ofNode() {
        var all = new ArrayList<ReminderRecipient>();
        addContactPoint(all);
        addCentralAuthority(all);
        return List.copyOf(all);
    }

    private void addContactPoint(List<ReminderRecipient> all) {
        var point = settings.contactPoint();
        var mail = point.mail() == null || point.mail().isBlank()
                ? directory.self().mail()
                : point.mail();
        add(all, Kind.CONTACT_POINT, mail, point.language());
    }

    private void addCentralAuthority(List<ReminderRecipient> all) {
        var authority = settings.centralAuthority();
        add(all, Kind.CENTRAL_AUTHORITY, authority.mail(), authority.language());
    }

    Optional<ReminderRecipient> prosecutor(String thread) {
        return file.newest(thread, DomesticFile.Kind.PROSECUTOR)
                .filter(it -> MailAddress.is(it.number()))
                .map(it -> new ReminderRecipient(Kind.PROSECUTOR, it.number(), named(it.text())));
    }

    /** The languages in which a mail can be written. */
    List<Language> languages() {
        return words.languages();
    }

    private void add(List<ReminderRecipient> all, Kind kind, @Nullable String mail, @Nullable String language) {
        if (mail == null || !MailAddress.is(mail.strip())) {
            return;
        }
        var address = mail.strip();
        boolean known = all.stream()
                .anyMatch(it -> it.address().toLowerCase(Locale.ROOT).equals(address.toLowerCase(Locale.ROOT)));
        if (!known) {
            all.add(new ReminderRecipient(kind, address, chosen(language)));
        }
    }

    private Language named(String text) {
        return languages().stream()
                .filter(it -> it.name().equals(text))
                .findFirst()
                .orElseGet(() -> chosen(null));
    }

    private Language chosen(@Nullable String tag) {
        return Stream.concat(
                        Stream.of(tag, settings.language()).filter(Objects::nonNull),
                        directory.self().languages().stream())
                .flatMap(it -> Language.of(it).stream())
                .filter(languages()::contains)
                .findFirst()
                .orElse(Language.ENGLISH);
    }
}
