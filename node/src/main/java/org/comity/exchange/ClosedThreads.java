package org.comity.exchange;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;

/** Names the threads of requests that are closed to all but named officers. */
public interface ClosedThreads {

    /** Reads as somebody who is named nowhere, where it is not known who reads. */
    String ANYBODY = "";

    /** Of which nothing is told to this reader, by the official's id. */
    Set<String> hiddenFrom(String reader);

    /** Where nothing can be closed, nothing is. */
    static String[] hidden(ObjectProvider<ClosedThreads> closed, String reader) {
        return closed.stream()
                .map(it -> it.hiddenFrom(reader))
                .flatMap(Collection::stream)
                .collect(Collectors.toSet())
                .toArray(String[]::new);
    }
}
