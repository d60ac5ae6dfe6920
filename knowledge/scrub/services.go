package scrub

// services are names, one word each, of services, products and companies that people ask about: they are never a person's name or
// handle, and are not stemmed in a key.
var services = set(`meta google microsoft facebook instagram insta threads messenger whatsapp linkedin x twitter tiktok
	snapchat snap reddit discord telegram signal pinterest tumblr bluesky mastodon quora medium substack stackoverflow stack
	overflow nextdoor yelp twitch youtube flickr deviantart artstation tinder bumble vinted leboncoin ebay blablacar indeed france
	travail viadeo strava duolingo spotify deezer doctolib chatgpt gpt openai gemini bard claude anthropic copilot github gitlab
	office windows recall teams outlook hotmail gmail drive chrome search mistral lechat chat grok xai perplexity deepseek duck
	duckduckgo proton lumo character brave leo opera firefox mozilla alexa amazon echo siri apple intelligence samsung galaxy bixby
	adobe photoshop acrobat firefly canva figma notion slack zoom salesforce einstein hubspot atlassian jira confluence trello
	cursor jetbrains grammarly deepl docusign dropbox wetransfer wordpress automattic squarespace wix elevenlabs midjourney suno
	udio android ios iphone ipad ipados mac macos imac macbook linux ubuntu pixel huawei xiaomi oppo oneplus bing edge safari cnil
	rgpd gdpr dsgvo avg lgpd ico edpb noyb aepd garante netflix disney prime uber airbnb booking paypal klarna revolut orange sfr
	free bouygues laposte shopify steam xbox playstation nintendo roblox epic fortnite fb ig wa tg yt dalle sora llama qwen kimi pi
	replika nomi huggingface nvidia ibm oracle sap tesla spacex bytedance capcut lemon8 temu shein aliexpress alibaba baidu yandex
	vk wechat line viber skype webex asana monday miro airtable zapier typeform mailchimp stripe twilio okta cloudflare waze fitbit
	garmin whoop polar peloton alltrails komoot babbel busuu coursera udemy todoist evernote overleaf quillbot turnitin zuckerberg
	musk altman bezos nadella pichai gates zuck elon fnac darty carrefour leclerc auchan cdiscount ameli sncf pronote ecoledirecte
	franceconnect caf monespace hinge grindr okcupid happn fruitz badoo meetic kik bereal truth social`)
