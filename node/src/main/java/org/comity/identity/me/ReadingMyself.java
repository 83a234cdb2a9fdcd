package org.comity.identity.me;

import jakarta.servlet.http.HttpSession;
import java.util.Base64;
import org.comity.identity.passkey.PageChallenge;
import org.comity.identity.passkey.Passkeys;
import org.comity.identity.person.Persons;
import org.comity.identity.secret.ApiTokens;
import org.comity.identity.secret.Secrets;
import org.comity.identity.settings.IdentitySettings;
import org.comity.identity.signin.SignIns;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a person sees of themselves, with a fresh challenge for a new passkey, or for the proof that comes first. */
@Component
class ReadingMyself {

    private final Persons persons;
    private final Passkeys passkeys;
    private final Secrets secrets;
    private final ApiTokens tokens;
    private final SignIns signIns;
    private final IdentitySettings settings;
    private final ProvingAgain proving;

    ReadingMyself(
            Persons persons,
            Passkeys passkeys,
            Secrets secrets,
            ApiTokens tokens,
            SignIns signIns,
            IdentitySettings settings,
            ProvingAgain proving) {
        this.proving = proving;
        this.persons = persons;
        this.passkeys = passkeys;
        this.secrets = secrets;
        this.tokens = tokens;
        this.signIns = signIns;
        this.settings = settings;
    }

    ProveView proof(Official by, HttpSession session, OwnChange change) {
        var person = persons.find(by.id()).orElseThrow();
        return new ProveView(
                new ProveView.OwnChangeView(change.text(), change.kind()),
                proving.options(person, session, change),
                !passkeys.of(by.id()).isEmpty(),
                proving.byPassword(by));
    }

    MeView view(Official by, HttpSession session, @Nullable String token) {
        var person = persons.find(by.id()).orElseThrow();
        var secret = secrets.base32(PendingSecret.of(session, secrets));
        var proven = proving.proven(session);
        return new MeView(
                person,
                passkeys.of(by.id()).stream()
                        .map(it -> new MeView.PasskeyRow(
                                Base64.getUrlEncoder().withoutPadding().encodeToString(it.credential()), it))
                        .toList(),
                secrets.enrolled(by.id()),
                proving.isAsked(by),
                proven == null ? "" : proven.text(),
                passkeys.creationOptions(person, PageChallenge.fresh(session)),
                secret,
                PendingSecret.address(settings.id(), by.id(), secret),
                tokens.of(by.id()),
                signIns.of(by.id()).stream()
                        .map(it -> new MeView.SeatRow(
                                it.opened(), it.lastSeen(), it.session().equals(session.getId())))
                        .toList(),
                token);
    }
}
