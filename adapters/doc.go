// Package adapters is where people meet the bot: one package for each platform, none of which knows another.
//
// To add a platform, write a package with
//
//   - convert.go: an event of the platform → a bot.Message, or « not for us » (a pure function);
//   - render.go: a bot.Reply → calls of the platform, within its limits (a pure function);
//   - the adapter itself: New takes its Options and a bot.Handler and touches nothing; Run connects, serves, and returns when its
//     context is done, having finished what it had begun;
//
// then build it in package main. An adapter imports package bot, and nothing of ours that stores or searches.
package adapters
