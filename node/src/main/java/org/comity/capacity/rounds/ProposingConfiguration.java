package org.comity.capacity.rounds;

import org.comity.capacity.rounds.ProposingPair.Side;
import org.comity.procedure.file.Particulars;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives both procedures that a round matches what their files cannot say of a proposal. */
@Configuration(proxyBeanMethods = false)
class ProposingConfiguration {

    private final MatchedProcedures matched = MatchedProcedures.read();

    @Bean
    Particulars proposingToNeed(ObjectProvider<ProposedPairs> pairs) {
        return new ProposingPair(matched.needs() + "/1", Side.NEED, pairs);
    }

    @Bean
    Particulars proposingToOffer(ObjectProvider<ProposedPairs> pairs) {
        return new ProposingPair(matched.offers() + "/1", Side.OFFER, pairs);
    }
}
