package org.comity.thread.register;

import org.comity.exchange.ExchangeNode;

/** One step of what a node does each minute for followers that are behind. */
public final class MakingGoodNow {

    private MakingGoodNow() {}

    public static void in(ExchangeNode node) {
        node.get(CatchingUpFollowers.class).step();
    }
}
