#!/usr/bin/env node
import '../../../tools/unknot.mjs'
