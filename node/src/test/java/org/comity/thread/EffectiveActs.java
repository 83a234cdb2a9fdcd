package org.comity.thread;

import java.util.Collection;
import java.util.stream.Stream;
import org.comity.proof.register.Entry;
import org.comity.thread.Threads.KeptAct;
import org.mockito.stubbing.Answer;

/** Answers for threads which of these acts are of the types asked for and had effect. */
public final class EffectiveActs {

    private EffectiveActs() {}

    public static Answer<Stream<KeptAct>> of(Collection<KeptAct> said) {
        return asked -> said.stream()
                .filter(it -> Entry.EFFECTIVE.equals(it.effect()))
                .filter(it -> asked.<Collection<String>>getArgument(1)
                        .contains(it.envelope().type()));
    }
}
