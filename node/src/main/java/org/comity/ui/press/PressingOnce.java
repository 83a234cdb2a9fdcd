package org.comity.ui.press;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.comity.ui.SinglePress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Runs what a form asks for once, however often its button is pressed; a press that failed may be repeated. */
@Component
class PressingOnce implements SinglePress {

    private static final Duration KEPT = Duration.ofDays(7);

    private final PressedTokens tokens;
    private final Clock clock;

    PressingOnce(PressedTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    @Transactional
    public String once(String text, Supplier<String> act) {
        var token = read(text);
        var now = clock.instant();
        if (!tokens.take(token, now)) {
            return tokens.outcome(token).orElseThrow(UnreadableToken::new);
        }
        tokens.forgetBefore(now.minus(KEPT));
        var outcome = act.get();
        tokens.led(token, outcome);
        return outcome;
    }

    private static UUID read(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableToken();
        }
    }
}
