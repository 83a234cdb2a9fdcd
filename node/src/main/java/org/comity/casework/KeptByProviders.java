package org.comity.casework;

import java.util.List;

/** Says of a request to us what our officers noted of providers: what is preserved with them, and what is not, or not yet. */
public interface KeptByProviders {

    Noted noted(String thread);

    /** Each line names a provider and its item; what was released again stands in neither. */
    record Noted(List<String> kept, List<String> notKept) {}
}
