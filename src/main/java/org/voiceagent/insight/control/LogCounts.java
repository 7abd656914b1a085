package org.voiceagent.insight.control;

import java.util.function.LongConsumer;

/** Where rows are counted: those that were written, and those that were lost. */
record LogCounts(LongConsumer written, LongConsumer dropped) {}
