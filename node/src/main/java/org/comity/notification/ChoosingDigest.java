package org.comity.notification;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.directory.Directory;
import org.comity.forum.DigestOfRooms;
import org.comity.identity.Officials;
import org.comity.ledger.Ledger;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets an official choose what of the rooms comes by mail, and lets whoever holds such a mail stop it. */
@Component
class ChoosingDigest {

    /** Of whoever stops a digest, or makes one, in the record. */
    static final String SUBJECT = "digest";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final DigestRows rows;
    private final DigestOfRooms rooms;
    private final DigestSettings settings;
    private final MailSettings mail;
    private final Officials officials;
    private final Directory directory;
    private final Words words;
    private final Ledger ledger;
    private final Clock clock;

    // More than eight: what may be chosen comes from the rooms, the mail server, the directory and the languages.
    ChoosingDigest(
            DigestRows rows,
            DigestOfRooms rooms,
            DigestSettings settings,
            MailSettings mail,
            Officials officials,
            Directory directory,
            Words words,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.rooms = rooms;
        this.settings = settings;
        this.mail = mail;
        this.officials = officials;
        this.directory = directory;
        this.words = words;
        this.ledger = ledger;
        this.clock = clock;
    }

    DigestView view(DigestForm form, FormProblems problems, Official by) {
        return new DigestView(
                form,
                problems,
                rooms.rooms(by, form.rooms()),
                words.languages(),
                domains(),
                mail.on(),
                rows.find(by.id()).map(KeptDigest::nextAt).orElse(null),
                rows.last(by.id()).map(DigestRows.Settled::error).orElse(null));
    }

    DigestForm kept(Language reader, Official by) {
        return DigestForm.of(rows.find(by.id()), reader);
    }

    FormProblems problems(DigestForm form, Official by) {
        return !mail.on()
                ? FormProblems.NONE
                : form.problems(rooms.rooms(by, form.rooms()), words.languages(), domains());
    }

    /**
     * @param form without problems
     * @return whether anything was chosen, or stopped; false where there was nothing to stop
     */
    @Transactional
    boolean choose(DigestForm form, Official by) {
        var often = form.chosen();
        if (often == null) {
            boolean stopped = rows.remove(by.id());
            if (stopped) {
                ledger.record(by, "digest.stopped", SUBJECT, Map.of());
            }
            return stopped;
        }
        if (!mail.on()) {
            throw new NoMailHere();
        }
        var now = clock.instant();
        rows.choose(
                new KeptDigest(
                        by.id(),
                        often,
                        form.address(),
                        ReminderRecipient.spoken(form.language()),
                        form.choice(),
                        token(),
                        now,
                        settings.next(often, now, directory.self().zone())),
                now);
        ledger.record(by, "digest.chosen", SUBJECT, Map.of("often", often.name()));
        return true;
    }

    /** Whoever holds the mail may: it does nothing but stop. Pressed twice, it is stopped. */
    @Transactional
    void stop(String token) {
        rows.stoppedBy(token).ifPresent(it -> {
            rows.remove(it.official());
            ledger.record(officials.find(it.official()).orElse(null), "digest.stopped", SUBJECT, Map.of());
        });
    }

    boolean goes(String token) {
        return rows.stoppedBy(token).isPresent();
    }

    /** To whom a digest may go as things are now; empty for one who left, or whose address is no longer ours. */
    Optional<Official> recipient(KeptDigest digest) {
        return DigestForm.mayGo(digest.address(), domains()) ? officials.present(digest.official()) : Optional.empty();
    }

    private List<String> domains() {
        if (!settings.domains().isEmpty() || mail.from() == null) {
            return settings.domains();
        }
        var from = Objects.requireNonNull(mail.from());
        return List.of(from.substring(from.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }

    static final class NoMailHere extends RuleBroken {
        NoMailHere() {
            super("digest.no-mail", Map.of());
        }
    }

    private static String token() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
