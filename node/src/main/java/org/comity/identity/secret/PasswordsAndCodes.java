package org.comity.identity.secret;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Argon2id for passwords, RFC 6238 for codes. An unknown person costs as much time as a wrong password. */
@Component
class PasswordsAndCodes implements Secrets {

    private static final int LONGEST_PASSWORD = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PasswordEncoder encoder;
    /** Costs a sixth of a second, so the start doesn't wait for it. */
    private final CompletableFuture<String> nobodys;

    private final SecretRows rows;
    private final FailedAttempts attempts;
    private final Clock clock;
    private final TransactionTemplate own;

    @Autowired
    PasswordsAndCodes(SecretRows rows, FailedAttempts attempts, Clock clock, UnpooledConnections apart) {
        this(rows, attempts, clock, apart, Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
    }

    /** @param encoder as hard as guessing is to be */
    PasswordsAndCodes(
            SecretRows rows, FailedAttempts attempts, Clock clock, UnpooledConnections apart, PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobodys = CompletableFuture.supplyAsync(() -> encoder.encode("nobody's password"));
        this.rows = rows;
        this.attempts = attempts;
        this.clock = clock;
        this.own = apart.transaction();
    }

    @Override
    public void prove(String person, String password, String code, @Nullable String address) {
        attempts.guard(person, address, () -> {
            if (password.length() > LONGEST_PASSWORD || code.length() > 20 || !right(person, password, code)) {
                throw SignInRefused.wrong();
            }
            return true;
        });
    }

    /** In its own transaction: a code that was shown is used up, whatever becomes of the act. */
    private boolean right(String person, String password, String code) {
        var row = rows.find(person).orElse(new SecretRows.Row(null, null));
        var known = encoder.matches(password, row.password() == null ? nobodys.join() : row.password());
        if (!known || row.password() == null || row.secret() == null) {
            return false;
        }
        var step = Totp.step(row.secret(), code.replace(" ", ""), clock.instant());
        return step.isPresent() && Boolean.TRUE.equals(own.execute(it -> rows.use(person, step.getAsLong())));
    }

    @Override
    public void password(String person, String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw SignInRefused.weak(SHORTEST_PASSWORD);
        }
        rows.password(person, encoder.encode(password));
    }

    @Override
    public byte[] newSecret() {
        var secret = new byte[20];
        RANDOM.nextBytes(secret);
        return secret;
    }

    @Override
    public String base32(byte[] secret) {
        return Totp.base32(secret);
    }

    @Override
    public void enrol(String person, byte[] secret, String code) {
        var step = Totp.step(secret, code.replace(" ", ""), clock.instant());
        if (step.isEmpty()) {
            throw SignInRefused.wrong();
        }
        rows.secret(person, secret, step.getAsLong());
    }

    @Override
    public Enrolled enrolled(String person) {
        return rows.find(person)
                .map(row -> new Enrolled(row.password() != null, row.secret() != null))
                .orElse(new Enrolled(false, false));
    }

    @Override
    public void forget(String person) {
        rows.password(person, null);
        rows.secret(person, null, 0);
    }
}
