package org.comity.ui.errors;

import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives numbers that can be read out on the phone and found in the log. */
@Component
class IncidentNumbers {

    private static final Logger LOG = LoggerFactory.getLogger(IncidentNumbers.class);
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final SecureRandom random = new SecureRandom();

    /** @param outage of which the stack is written once, by somebody else */
    String record(String path, Throwable cause, boolean outage) {
        var number = new StringBuilder("E-");
        for (int i = 0; i < 6; i++) {
            number.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        if (outage) LOG.error("Incident {} at {}: {}", number, path, String.valueOf(cause.getMessage()));
        else LOG.error("Incident {} at {}", number, path, cause);
        return number.toString();
    }
}
