package org.comity.launch;

import org.comity.database.HomeInUse;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Keeps the stack out of a start that ends with one sentence for whoever sits at the terminal: another one works here. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OneSentence implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof HomeInUse) return true;
        }
        return false;
    }
}
