package org.comity.convention.reading;

import java.util.List;
import org.comity.convention.Instrument;
import org.comity.convention.Offence;
import org.comity.convention.ProcedureLaw;

/** One edition, read and checked. */
record Edition(Instrument instrument, ArticleIndex articles, List<Offence> offences, List<ProcedureLaw> laws) {}
