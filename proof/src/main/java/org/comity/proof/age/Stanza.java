package org.comity.proof.age;

import com.exceptionfactory.jagged.RecipientStanza;
import java.util.List;

/** Holds one recipient stanza of an age header: its type and arguments as words, and its body. */
record Stanza(List<String> words, byte[] body) implements RecipientStanza {

    @Override
    public String getType() {
        return words.getFirst();
    }

    @Override
    public List<String> getArguments() {
        return words.subList(1, words.size());
    }

    @Override
    public byte[] getBody() {
        return body.clone();
    }
}
