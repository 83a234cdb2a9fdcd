package org.comity.identity;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** Just enough of a node for the tests of identity. Not annotated as configuration, so that no other test finds it. */
@EnableAutoConfiguration
@ComponentScan({"org.comity.identity", "org.comity.database", "org.comity.clock"})
public class IdentityNode {}
