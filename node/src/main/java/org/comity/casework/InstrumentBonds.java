package org.comity.casework;

import java.util.Map;
import org.comity.convention.Instrument;
import org.comity.directory.Participant;
import org.comity.ui.Language;
import org.jspecify.annotations.Nullable;

/** Says of one instrument what both entries say of it: whether a request to that State may name it, and in words. */
public interface InstrumentBonds {

    /** Do the entries leave it open that this instrument binds both? What a State names itself always may be named. */
    boolean mayName(Instrument instrument, Participant other);

    /** Does the request name an instrument that by both entries does not bind both? */
    boolean bindsNot(Map<String, Object> body, Participant other);

    /** What both entries say of it; empty while no State is chosen. */
    String bond(Instrument instrument, @Nullable Participant other, Language language);
}
